package org.gradus.lecture.adaptive;

import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.landscape.GradientTable;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.RmsProp;
import org.gradus.tensor.RandomStream;
import org.gradus.trace.Trace;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 4: after huge first gradients Adagrad's rate is small for ever, because it divides by the root of a sum, which never falls; RMSProp
 * divides by the root of an average that forgets.
 *
 * @param adagrad Adagrad with η = 1 on the gradients
 * @param rmsProp RMSProp with η = 1 on the same
 */
public record DyingRate(Trace adagrad, Trace rmsProp) implements Figure {
    static final int STEPS = 300;
    static final int HUGE = 5;
    static final double ALIVE = 0.8;
    private static final long SEED = 4;

    /** {@return the figure: 5 gradients of 100, then gradients 1 ± 0.5; RMSProp with α = 0.9} */
    static DyingRate of() {
        RandomStream random = new RandomStream(SEED);
        double[][] gradients = IntStream.range(0, STEPS)
                .mapToObj(i -> new double[] {i < HUGE ? 100 : 1 + 0.5 * random.gaussian()})
                .toArray(double[][]::new);
        GradientTable table = new GradientTable(gradients);
        return new DyingRate(trace(new Adagrad(), table), trace(new RmsProp(0.9), table));
    }

    private static Trace trace(UpdateRule rule, GradientTable table) {
        return Trace.from(new double[] {0}, new RuleWithRate(rule, 1), table, STEPS);
    }

    /** {@return what stands for the learning rate in plain descent: −Δθ / g, in units of η} */
    static double[] rates(Trace trace) {
        return trace.values(Trace.EFFECTIVE_STEP, 0);
    }

    /** {@return how many times RMSProp's rate falls from one update to the next} */
    long falls() {
        double[] rates = rates(rmsProp);
        return IntStream.range(1, STEPS).filter(i -> rates[i] < rates[i - 1]).count();
    }

    private double ratio() {
        return rates(rmsProp)[STEPS - 1] / rates(adagrad)[STEPS - 1];
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "After %s huge gradients Adagrad's rate stays dead; RMSProp's is %s times as large",
                "%s 個巨大的梯度之後，Adagrad 的學習率一蹶不振；RMSProp 的是它的 %s 倍");
        Axis rate = Axis.log(language.of("rate of plain descent / η", "等效學習率／η"));
        return Panels.of(
                        title.formatted(HUGE, Numbers.fixed(ratio(), 0)),
                        2,
                        panel(
                                language.of("The rates η / √Σg² and η / √v", "學習率 η／√Σg² 和 η／√v"),
                                language,
                                rate,
                                Trace.EFFECTIVE_STEP),
                        panel(
                                language.of("The way θ", "走過的路 θ"),
                                language,
                                Axis.linear("θ / η"),
                                adagrad.rule().equations().moved() + "_t"))
                .withSubtitle(language.of(
                        "5 gradients of 100, then 1 ± 0.5; RMSProp α = 0.9",
                        "5 個 100 的梯度，之後為 1 ± 0.5；RMSProp α = 0.9"));
    }

    private Chart panel(String title, Language language, Axis y, String symbol) {
        double[] t = IntStream.rangeClosed(1, STEPS).asDoubleStream().toArray();
        return LineChart.of(
                        title,
                        Axis.linear(Term.UPDATE.in(language)),
                        y,
                        RuleLine.of("adagrad", t, adagrad.values(symbol, 0)),
                        RuleLine.of("rmsprop", t, rmsProp.values(symbol, 0)))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slides: Adagrad divides by √Σgᵢ², so after huge first gradients the rate is small from then on; RMSProp takes an exponential moving average instead. Adagrad's rate never rises. RMSProp's is above %s again after %s updates, and it is not monotone: it falls at %s of %s updates. The gradients are given, whatever θ is (seed %s); a rate that comes back is an advantage only where the early gradients say nothing about the later ones.",
                        "投影片：Adagrad 除以 √Σg²，一開始的梯度若很大，之後的學習率就一直很小；RMSProp 改用指數移動平均。Adagrad 的學習率從不上升；RMSProp 的又超過 %s，只需 %s 次更新；它也不是單調的：下降了 %s 次（共 %s 次更新）。梯度是給定的，和 θ 無關（亂數種子 %s）；只有當早期的梯度與後來無關時，恢復學習率才有好處。")
                .formatted(ALIVE, recovery(), falls(), STEPS, SEED);
    }

    /** {@return the number of updates after the huge gradients until RMSProp's rate is {@value #ALIVE} η again} */
    int recovery() {
        double[] rates = rates(rmsProp);
        return IntStream.range(HUGE, STEPS)
                        .filter(i -> rates[i] >= ALIVE)
                        .findFirst()
                        .orElseThrow()
                - HUGE
                + 1;
    }
}
