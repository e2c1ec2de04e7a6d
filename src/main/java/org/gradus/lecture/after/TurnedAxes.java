package org.gradus.lecture.after;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.after.Muon;
import org.gradus.optim.after.Soap;
import org.gradus.optim.rule.Adam;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 42: what the axes are to a rule. Adam divides each element of a matrix by its own size, which fits where the curvatures lie along the elements;
 * SOAP does it in a basis of the gradients' own. Vyas et al. 2024, <a href="https://arxiv.org/abs/2409.11321">arXiv 2409.11321</a>.
 *
 * @param straight Adam, SOAP and Muon, each at its best rate, where the curvatures lie along the elements of W
 * @param turned the same where they lie along none
 * @param authors SOAP there with the numbers of its authors
 */
public record TurnedAxes(List<FittedMatrix> straight, List<FittedMatrix> turned, FittedMatrix authors)
        implements Figure {
    private static final int STEPS = 200;
    private static final int F = 10;
    private static final Soap SOAP = new Soap(0.9, 0.999, 0.95, 1e-8, 0, F, 8);
    private static final Soap AUTHORS = new Soap();

    /** {@return the figure: SOAP with Adam's β1 and β2, so that nothing but the basis differs} */
    static TurnedAxes of() {
        return new TurnedAxes(all(false), all(true), FittedMatrix.tuned(AUTHORS, true, STEPS));
    }

    private static List<FittedMatrix> all(boolean turned) {
        return Stream.<UpdateRule>of(new Adam(), SOAP, new Muon())
                .map(rule -> FittedMatrix.tuned(rule, turned, STEPS))
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Turning the axes takes Adam's loss from %s to %s; SOAP's stays %s",
                "座標軸一轉，Adam 的損失從 %s 變成 %s；SOAP 維持 %s");
        return Panels.of(
                        title.formatted(text(straight.get(0)), text(turned.get(0)), text(turned.get(1))),
                        2,
                        panel(language.of("curvatures along the elements of W", "曲率沿著 W 的元素"), straight, language),
                        panel(language.of("the same, turned", "同一問題，轉了方向"), turned, language))
                .withSharing(Panels.Sharing.BOTH)
                .withSubtitle(language.of(
                                "½ ‖A W B − C‖², W 8 × 8, curvatures from 1 to 10⁻⁴; each rule at the best of %s constant rates",
                                "½ ‖A W B − C‖²，W 為 8 × 8，曲率從 1 到 10⁻⁴；各規則用 %s 個固定學習率中最好的")
                        .formatted(FittedMatrix.RATES.size()));
    }

    private static Chart panel(String title, List<FittedMatrix> ways, Language language) {
        return LineChart.of(
                title,
                Axis.linear(Term.UPDATE.in(language)),
                Axis.log(Term.LOSS.in(language)),
                ways.stream().map(TurnedAxes::line).toArray(Series[]::new));
    }

    private static Series line(FittedMatrix way) {
        double[] t = IntStream.rangeClosed(0, STEPS).asDoubleStream().toArray();
        return RuleLine.of(way.rule().name(), t, way.losses());
    }

    private static String text(FittedMatrix way) {
        return RoundedDecimal.text(way.loss(), 2);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Adam depends on the axes that the parameters happen to have. SOAP turns to those of the gradients, every %s steps, and takes Adam's step there; Muon has no axes either. So both are alike in both pictures, as far as rounding does not grow. Muon ends at %s and %s: its steps do not become short, and it needs a rate that falls. SOAP has Adam's β here; with its authors' numbers (β2 = %s, γ = %s) it ends at %s, no better than Adam. Exact gradients; what a problem of training is like this does not say.",
                        "Adam 依賴參數碰巧使用的座標軸。SOAP 每 %s 步轉到梯度自己的軸，在那裡走 Adam 的步；Muon 也沒有座標軸。所以只要捨入誤差沒有放大，兩者在左右兩圖都一樣。Muon 停在 %s 與 %s：它的步長不會變短，需要下降的學習率。這裡 SOAP 用 Adam 的 β；用作者的數值（β2 = %s，γ = %s）則停在 %s，不比 Adam 好。這裡是精確梯度；實際訓練是否如此，這張圖沒有說。")
                .formatted(
                        F,
                        text(straight.get(2)),
                        text(turned.get(2)),
                        Numbers.text(AUTHORS.beta2()),
                        Numbers.text(AUTHORS.gamma()),
                        text(authors));
    }
}
