package org.gradus.lecture.adaptive;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.landscape.GradientTable;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.RAdam;
import org.gradus.trace.Trace;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 23: how much an exponential moving average remembers: the gradient of k updates ago has the weight (1 − β)βᵏ, of mean age β/(1 − β), and
 * RAdam counts the gradients that v_t in effect averages over: ρ_t, at first one, in the end nearly 2/(1 − β2).
 *
 * @param trace RAdam, which has ρ_t in its lines
 */
public record EmaMemory(Trace trace) implements Figure {
    static final double BETA2 = 0.99;
    private static final int STEPS = 1000;

    /** {@return the figure, for β2 = 0.99, so that the end is in sight} */
    static EmaMemory of() {
        RuleWithRate rule = new RuleWithRate(new RAdam(0.9, BETA2, 1e-8), 1);
        return new EmaMemory(Trace.from(new double[] {0}, rule, new GradientTable(new double[][] {{1}}), STEPS));
    }

    /** {@return ρ_t after each update} */
    double[] rho() {
        return trace.values("ρ_t", 0);
    }

    /** {@return ρ_∞ = 2/(1 − β2) − 1} */
    static double limit() {
        return 2 / (1 - BETA2) - 1;
    }

    /** {@return the weight (1 − β)βᵏ of the gradient of k updates ago} */
    static double weight(double beta, int k) {
        return (1 - beta) * FastMath.pow(beta, (double) k);
    }

    /** {@return the share of all weights that the last 1/(1 − β) gradients have: 1 − β^(1/(1 − β)), about 1 − 1/e} */
    static double remembered(double beta) {
        int memory = (int) FastMath.rint(1 / (1 - beta));
        return IntStream.range(0, memory).mapToDouble(k -> weight(beta, k)).sum();
    }

    /** {@return the first update after which ρ_t is more than 0.99 ρ_∞} */
    int settled() {
        double[] rho = rho();
        return IntStream.range(0, STEPS)
                        .filter(i -> rho[i] > 0.99 * limit())
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "The last 1/(1 − β) gradients make up %s of an EMA; RAdam counts ρ∞ = %s",
                "最近 1/(1 − β) 個梯度占指數移動平均的 %s；RAdam 計為 %s 個");
        return Panels.of(
                        title.formatted(Numbers.percent(remembered(BETA2), 0), Numbers.fixed(limit(), 0)),
                        2,
                        weights(language),
                        counted(language))
                .withSubtitle("mₜ = (1 − β) Σ βᵏ gₜ₋₁₋ₖ;  ρ∞ = 2/(1 − β₂) − 1,  ρₜ = ρ∞ − 2 t β₂ᵗ/(1 − β₂ᵗ)");
    }

    private static Chart weights(Language language) {
        double[] ages = IntStream.rangeClosed(0, 150).asDoubleStream().toArray();
        Series[] lines = List.of(0.9, BETA2, 0.999).stream()
                .map(beta -> Series.of("β = " + Numbers.text(beta), ages, values(150, k -> 100 * weight(beta, k))))
                .toArray(Series[]::new);
        return LineChart.of(
                        language.of("Weights of past gradients", "過去梯度的權重"),
                        Axis.linear(language.of("age k of the gradient", "梯度的年齡 k（更新次數）"))
                                .withLines(ReferenceLine.of(10, "1/(1 − 0.9)"), ReferenceLine.of(100, "1/(1 − 0.99)")),
                        Axis.log(language.of("weight (%)", "權重（%）")).withLimits(0.01, 20),
                        lines)
                .withLegend(LegendPlace.BOTTOM_RIGHT);
    }

    private Chart counted(Language language) {
        double[] t = IntStream.rangeClosed(1, STEPS).asDoubleStream().toArray();
        return LineChart.of(
                        language.of("Effective memory size (β₂ = 0.99)", "有效記憶長度（β2 = 0.99）"),
                        Axis.log(Term.UPDATE.in(language)),
                        Axis.linear("ρₜ")
                                .withLimits(0, 1.1 * limit())
                                .withLines(
                                        ReferenceLine.of(limit(), "ρ∞ = " + Numbers.fixed(limit(), 0)),
                                        ReferenceLine.of(4, "4")),
                        RuleLine.of("radam", t, rho()))
                .withLegend(LegendPlace.NONE);
    }

    private static double[] values(int last, IntToDoubleFunction value) {
        return IntStream.rangeClosed(0, last).mapToDouble(value).toArray();
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "RAdam's slide: ρₜ is the effective memory size of the EMA, ρ∞ the largest. The weights fall by β per update, so 1/(1 − β) gradients are what is remembered, and the last 1/(1 − β) have 1 − 1/e of all weight. ρₜ counts 1 gradient after the first update, more than 4 from the fifth on, and 99 %% of ρ∞ only after %s updates. It is nearly twice 1/(1 − β₂): the length of the plain average whose mean age is the same.",
                        "RAdam 的投影片：ρ 是指數移動平均的有效記憶長度，ρ∞ 是最大值。權重每次更新乘上 β，所以大約記得 1/(1 − β) 個梯度，最近 1/(1 − β) 個的權重總和約為 1 − 1/e。第一次更新後 ρ = 1，第五次起大於 4，更新 %s 次後才達到 ρ∞ 的 99%%。ρ∞ 幾乎是 1/(1 − β2) 的兩倍：平均年齡相同的簡單平均就有這麼長。")
                .formatted(settled());
    }
}
