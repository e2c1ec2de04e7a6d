package org.gradus.lecture.descent;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.landscape.GradientTable;
import org.gradus.lecture.Figure;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Sgdm;
import org.gradus.trace.Trace;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 2: momentum is a sum of all past gradients, that of k updates ago with the weight λᵏ.
 *
 * @param usual by age, the weight of a gradient in m_t / η for λ = 0.9, as SGDM itself has it
 * @param half the same for λ = 0.5
 */
public record MomentumSum(List<Double> usual, List<Double> half) implements Figure {
    static final int AGES = 50;
    private static final int BARS = 16;

    /** {@return the figure: what is left in m of one gradient 1, followed by gradients 0} */
    static MomentumSum of() {
        return new MomentumSum(weights(0.9), weights(0.5));
    }

    private static List<Double> weights(double lambda) {
        double[][] gradients = new double[AGES][1];
        gradients[0][0] = 1;
        RuleWithRate rule = new RuleWithRate(new Sgdm(lambda), 1);
        return Trace.from(new double[] {0}, rule, new GradientTable(gradients), AGES).steps().stream()
                .map(step -> step.value("m_t")[0])
                .toList();
    }

    /** {@return the sum of the weights of the last n gradients, by n from 1} */
    static double[] sums(List<Double> weights) {
        double[] sums = weights.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Momentum sums past gradients: with λ = 0.9 the last %s weigh as much as %s new ones",
                "動量是過去梯度的總和：λ = 0.9 時，最近 %s 個合起來抵得上 %s 個新的梯度");
        double[] sums = sums(usual);
        return Panels.of(
                        title.formatted(AGES, Numbers.fixed(sums[AGES - 1], 1)),
                        2,
                        bars(language),
                        lines(language, sums))
                .withSubtitle("mₜ = λ mₜ₋₁ + η gₜ₋₁ = η (gₜ₋₁ + λ gₜ₋₂ + λ² gₜ₋₃ + …)");
    }

    private Chart bars(Language language) {
        List<String> ages = IntStream.range(0, BARS).mapToObj(Integer::toString).toList();
        return BarChart.of(
                language.of("Weight of the gradient of k updates ago", "k 次更新之前的梯度的權重"),
                ages,
                Axis.linear(language.of("weight λᵏ", "權重")).withLimits(0, 1.05),
                Series.ofValues("λ = 0.9", first(usual)).withColor(Rules.color("sgdm")),
                Series.ofValues("λ = 0.5", first(half)).withStyle(LineStyle.DASHED));
    }

    private static double[] first(List<Double> weights) {
        return weights.stream().limit(BARS).mapToDouble(Double::doubleValue).toArray();
    }

    private Chart lines(Language language, double[] sums) {
        double[] n = IntStream.rangeClosed(1, AGES).asDoubleStream().toArray();
        return LineChart.of(
                        language.of("Sum of the weights of the last n", "最近 n 個權重的總和"),
                        Axis.linear(language.of("number n of gradients", "梯度個數 n")),
                        Axis.linear(language.of("sum, at most 1/(1 − λ)", "總和，最多 1/(1 − λ)"))
                                .withLimits(0, 11),
                        Series.of("λ = 0.9", n, sums).withColor(Rules.color("sgdm")),
                        Series.of("λ = 0.5", n, sums(half)).withStyle(LineStyle.DASHED))
                .withLegend(LegendPlace.BEST);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: the movement is not just based on the gradient, but on all previous movements, so m is a weighted sum of all previous gradients. The weights are read off SGDM's own m, after one gradient of 1 and then none. In the long run η counts 1/(1 − λ) times: with λ = 0.9 SGDM needs a tenth of SGD's rate for the same way on a steady slope. The last 10 gradients have %s of all weight.",
                        "投影片：移動不只取決於當下的梯度，也取決於先前所有的移動，因此 m 是先前所有梯度的加權總和。權重直接從 SGDM 的 m 讀出：先給一個 1 的梯度，之後都是 0。長期而言 η 相當於乘上 1/(1 − λ)：λ = 0.9 時，在固定的坡度上，SGDM 用 SGD 十分之一的學習率就走得一樣遠。最近 10 個梯度占全部權重的 %s。")
                .formatted(Numbers.percent(sums(usual)[9] / 10, 0));
    }
}
