package org.gradus.lecture.warmup;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.Histogram;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.RAdam;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 21: how uncertain the adaptive rate ψ_t = 1/√v̂_t is at first, and how r_t answers. v averages ρ_t gradients, and with
 * them comes the {@linkplain RateVariance variance}.
 *
 * @param beta2 the β2 of Adam and RAdam
 */
public record RadamVariance(double beta2) implements Figure {
    private static final int LAST = 10_000;
    private static final int FIRST = 5; // with β2 = 0.999 the first update at which RAdam divides by √v̂

    /** {@return the figure: the usual β2} */
    static RadamVariance of() {
        return new RadamVariance(new RAdam().beta2());
    }

    RateVariance at(double t) {
        return RateVariance.at(t, beta2);
    }

    private RateVariance last() {
        return RateVariance.atLast(beta2);
    }

    /** {@return r_t, the root of the approximate variance in the end over that at update t; 0 up to ρ = 4} */
    double r(double t) {
        return FastMath.sqrt(last().approximate() / at(t).approximate());
    }

    private double exactR(double t) {
        return FastMath.sqrt(last().exact() / at(t).exact());
    }

    /** {@return how many times the variance of the last updates the rate has at the first one that uses it} */
    double excess() {
        return at(FIRST).exact() / last().exact();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "At update %s, Adam's rate has %s times its final variance; RAdam scales it by %s",
                "第 %s 次更新時，Adam 學習率的變異數是最終的 %s 倍，RAdam 先把學習率乘上 %s");
        ReferenceLine most = ReferenceLine.of(last().rho(), "ρ∞ = " + Numbers.fixed(last().rho(), 0));
        ReferenceLine least = ReferenceLine.of(4, language.of("not adaptive below 4", "4 以下不做自適應"));
        String variance = language.of("variance of 1/√v̂ₜ", "1/√v̂ 的變異數");
        Axis r = Axis.log("rₜ").withLimits(0.01, 1.2);
        return Panels.of(
                        title.formatted(FIRST, Numbers.fixed(excess(), 0), digits(r(FIRST))),
                        3,
                        panel(
                                language.of("effective memory ρₜ", "有效記憶長度"),
                                Axis.log("ρₜ").withLines(least, most),
                                language,
                                line("", t -> at(t).rho())),
                        both(variance, Axis.log("Var[1/√v̂ₜ]"), language, t -> at(t).exact(), t -> at(t).approximate()),
                        both(language.of("rectification rₜ", "修正係數"), r, language, this::exactR, this::r))
                .withSubtitle(
                        language.of("independent gradients from N(0, 1), β2 = ", "梯度彼此獨立，服從 N(0, 1)，β2 = ") + beta2);
    }

    private static Chart both(
            String title, Axis y, Language language, DoubleUnaryOperator exact, DoubleUnaryOperator approximate) {
        Series dashed = line(language.of("approximation", "近似值"), approximate).withStyle(LineStyle.DASHED);
        return panel(title, y, language, line(language.of("exact", "精確值"), exact), dashed);
    }

    private static Series line(String name, DoubleUnaryOperator value) {
        double[] updates = Histogram.logarithmicEdges(1, LAST, 80).stream()
                .mapToDouble(Math::rint)
                .distinct()
                .toArray();
        return Series.of(name, updates, Arrays.stream(updates).map(value).toArray())
                .withColor(Rules.color("radam"));
    }

    private static Chart panel(String title, Axis y, Language language, Series... lines) {
        return LineChart.of(title, Axis.log(Term.UPDATE.in(language)), y, lines).withLegend(LegendPlace.OUTSIDE);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: 1/√v̂ₜ varies widely while it averages few gradients, so RAdam multiplies the rate by rₜ, and does not adapt it at all while ρₜ ≤ 4. At update %s the exact variance is %s and the approximation in rₜ %s, which goes to infinity at ρ = 4 though the variance does not; so r is %s where %s would do. All of it assumes independent gradients around 0.",
                        "投影片：1/√v̂ 只平均了少數梯度時變動很大，因此 RAdam 把學習率乘上 r，而在 ρ ≤ 4 時完全不做自適應。第 %s 次更新時，精確的變異數是 %s，r 所用的近似值是 %s；近似值在 ρ = 4 趨於無限大，真正的變異數並不會，所以 r 是 %s，其實 %s 就夠了。以上都假設梯度彼此獨立且平均為 0。")
                .formatted(
                        FIRST,
                        digits(at(FIRST).exact()),
                        digits(at(FIRST).approximate()),
                        digits(r(FIRST)),
                        digits(exactR(FIRST)));
    }

    private static String digits(double number) {
        return Numbers.fixed(number, 3);
    }
}
