package org.gradus.lecture.further;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.landscape.Beale;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Rosenbrock;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.lecture.descent.Descent;
import org.gradus.lecture.descent.Maps;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 25: Nadam, Adam whose momentum is that of NAG, against Adam, at the same rate and each at its best one.
 *
 * @param pairs by landscape
 */
public record NadamAdam(List<NadamPair> pairs) implements Figure {
    /** {@return the figure: 100 steps from the starts of figure 1} */
    static NadamAdam of() {
        return new NadamAdam(List.of(
                NadamPair.of("½ (x² + 20 y²)", new IllConditioned(2, 20), Maps.offDiagonal()),
                NadamPair.of("Rosenbrock", new Rosenbrock(), new Rosenbrock().start()),
                NadamPair.of("Beale", new Beale(), new Beale().start())));
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Nadam leads Adam on %s of %s landscapes at the same rate, on %s at the best rates",
                "學習率相同時，Nadam 在 %s 個地形（共 %s 個）領先 Adam；各用最佳學習率時是 %s 個");
        return Panels.of(
                        title.formatted(
                                pairs.stream().filter(pair -> pair.ratio() > 1).count(),
                                pairs.size(),
                                pairs.stream()
                                        .filter(pair -> pair.ratioTuned() > 1)
                                        .count()),
                        pairs.size(),
                        pairs.stream().map(pair -> panel(pair, language)).toArray(Chart[]::new))
                .withSubtitle("m̂ₜ = β₁ mₜ / (1 − β₁ᵗ⁺¹) + (1 − β₁) gₜ₋₁ / (1 − β₁ᵗ)");
    }

    private static Chart panel(NadamPair pair, Language language) {
        return LineChart.of(
                pair.title(),
                Axis.linear(Term.UPDATE.in(language)),
                Axis.log(Term.LOSS.in(language)),
                line(pair.adam(), "η = 0.1", LineStyle.SOLID),
                line(pair.nadam(), "η = 0.1", LineStyle.SOLID),
                line(pair.adamTuned(), language.of("best rate", "最佳學習率"), LineStyle.DASHED),
                line(pair.nadamTuned(), language.of("best rate", "最佳學習率"), LineStyle.DASHED));
    }

    private static Series line(Descent way, String role, LineStyle style) {
        return RuleLine.of(
                        way.rule().name(),
                        IntStream.range(0, way.path().size()).asDoubleStream().toArray(),
                        way.path().stream()
                                .map(point -> way.landscape().value(point, 1))
                                .toList())
                .withRole(role, style);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: Nadam takes NAG's idea into Adam: m̂ looks one step ahead. At η = 0.1 its loss after %s steps is %s times less on the bowl, %s times in Rosenbrock's valley and %s times on Beale's. What has to be admitted: looking ahead is also going further, the first step is %s η long, so a common rate favors Nadam; each with the best of %s rates (%s) the factors are %s, %s and %s. Exact gradients.",
                        "投影片：Nadam 把 NAG 的想法放進 Adam：m̂ 往前多看一步。η = 0.1 時，%s 步之後的損失在碗形地形、Rosenbrock 山谷和 Beale 地形分別是 Adam 的 1/%s、1/%s 和 1/%s。必須承認：往前看也走得更遠，第一步長 %s η，因此相同的學習率對 Nadam 有利；各用 %s 個學習率中最好的（%s），倍數是 %s、%s 和 %s。梯度是精確的。")
                .formatted(
                        NadamPair.STEPS,
                        factor(0),
                        factor(1),
                        factor(2),
                        Numbers.fixed(pairs.get(0).firstStep(), 2),
                        Descent.RATES.size(),
                        language.of("dashed", "虛線"),
                        tuned(0),
                        tuned(1),
                        tuned(2));
    }

    private String factor(int place) {
        return times(pairs.get(place).ratio());
    }

    private String tuned(int place) {
        return times(pairs.get(place).ratioTuned());
    }

    /** Of a very large factor nobody wants the digits. */
    private static String times(double ratio) {
        return ratio < 1e5 ? Numbers.fixed(ratio, 1) : Numbers.text(ratio);
    }
}
