package org.gradus.lecture.adaptive;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.landscape.GradientTable;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adam;
import org.gradus.tensor.RandomStream;
import org.gradus.trace.Trace;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 5: why Adam corrects the bias of its moments. Both begin at 0, so at first both are too small, v far more than m: what is divided by is
 * nearly nothing, and the steps are several times too long.
 *
 * @param trace Adam, corrected, with η = 1 on gradients around 1
 */
public record BiasCorrection(Trace trace) implements Figure {
    private static final int STEPS = 50;
    private static final long SEED = 5;

    /** {@return the figure: Adam with the usual β1 and β2 on 50 gradients of mean 1 and standard deviation 0.3} */
    static BiasCorrection of() {
        RandomStream random = new RandomStream(SEED);
        double[][] gradients = IntStream.range(0, STEPS)
                .mapToObj(i -> new double[] {1 + 0.3 * random.gaussian()})
                .toArray(double[][]::new);
        return new BiasCorrection(
                Trace.from(new double[] {0}, new RuleWithRate(new Adam(), 1), new GradientTable(gradients), STEPS));
    }

    /** {@return the lengths of the steps without both corrections, m_t / √v_t, in units of η; at the first (1 − β1) / √(1 − β2)} */
    double[] stepsUncorrected() {
        double[] m = values("m_t");
        double[] v = values("v_t");
        return IntStream.range(0, STEPS)
                .mapToDouble(i -> m[i] / FastMath.sqrt(v[i]))
                .toArray();
    }

    /** {@return the lengths of the steps with both corrections, in units of η} */
    double[] steps() {
        return Arrays.stream(values(Trace.MOVEMENT)).map(Math::abs).toArray();
    }

    /** {@return a symbol of the trace at each step} */
    double[] values(String symbol) {
        return trace.values(symbol, 0);
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Without bias correction Adam's first step is %s times what it should be, later ones up to %s",
                "沒有偏差修正時，Adam 的第一步是應有長度的 %s 倍，之後最多 %s 倍");
        double[] longer = stepsUncorrected();
        return Panels.of(
                        title.formatted(Numbers.fixed(longer[0], 2), Numbers.fixed(longest(), 1)),
                        3,
                        panel("m̂ₜ = mₜ / (1 − β₁ᵗ)", language, values("m̂_t"), values("m_t")),
                        panel("v̂ₜ = vₜ / (1 − β₂ᵗ)", language, values("v̂_t"), values("v_t")),
                        panel(language.of("step length / η", "步長／η"), language, steps(), longer))
                .withSubtitle(language.of(
                        "Adam, β₁ = 0.9, β₂ = 0.999, gradients 1 ± 0.3", "Adam，β₁ = 0.9，β₂ = 0.999，梯度 1 ± 0.3"));
    }

    private double longest() {
        return Arrays.stream(stepsUncorrected()).max().orElseThrow();
    }

    private static Chart panel(String title, Language language, double[] with, double[] without) {
        double[] t = IntStream.rangeClosed(1, STEPS).asDoubleStream().toArray();
        return LineChart.of(
                title,
                Axis.linear(Term.UPDATE.in(language)),
                Axis.linear(""),
                Series.of(language.of("corrected", "修正後"), t, with).withColor(Rules.color("adam")),
                Series.of(language.of("not corrected", "未修正"), t, without)
                        .withStyle(LineStyle.DASHED)
                        .withColor(Rules.color("adam")));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "m₀ = v₀ = 0: after one update m₁ is a tenth of the gradient and v₁ a thousandth of its square, so m₁/√v₁ is %s where it should be 1. After %s updates m has caught up, v has reached %s of its value.",
                        "m₀ = v₀ = 0：更新一次後，m₁ 只有梯度的十分之一，v₁ 只有梯度平方的千分之一，因此 m₁/√v₁ 是 %s，而不是 1。更新 %s 次後，m 已經跟上，v 只到應有值的 %s。")
                .formatted(Numbers.fixed(stepsUncorrected()[0], 2), STEPS, Numbers.percent(share(), 1));
    }

    private double share() {
        return values("v_t")[STEPS - 1] / values("v̂_t")[STEPS - 1];
    }
}
