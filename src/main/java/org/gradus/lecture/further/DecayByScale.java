package org.gradus.lecture.further;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.lecture.Figure;
import org.gradus.lecture.RuleLine;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 26: L2 goes through Adam's division, so it hardly reaches weights with large gradients; AdamW's decay reaches all alike.
 *
 * @param l2 what is left of weights of 1 after 1000 updates, by the scale of their gradients, with Adam and L2
 * @param decoupled the same with AdamW
 * @param sgd the same with SGD and L2
 * @param l2Accuracies validation accuracies of a network on the digits, with Adam and L2
 * @param decoupledAccuracies the same with AdamW
 */
public record DecayByScale(
        List<Double> l2,
        List<Double> decoupled,
        List<Double> sgd,
        DecayGrid l2Accuracies,
        DecayGrid decoupledAccuracies)
        implements Figure {

    /** {@return the figure} */
    static DecayByScale of(Workshop workshop) throws InterruptedException {
        return new DecayByScale(
                Decay.weights(new AdamL2(0.9, 0.999, 1e-8, Decay.GAMMA)),
                Decay.weights(new AdamW(0.9, 0.999, 1e-8, Decay.GAMMA)),
                Decay.weights(new SgdmL2(0, Decay.GAMMA)),
                DecayGrid.of("adam-l2", workshop),
                DecayGrid.of("adamw", workshop));
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.concat(l2Accuracies.runs().stream(), decoupledAccuracies.runs().stream())
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "AdamW shrinks all weights to %s; Adam with L2 leaves those with large gradients %s",
                "AdamW 把所有權重都縮到 %s；Adam 加 L2 時，梯度大的權重仍有 %s");
        return Panels.of(
                        title.formatted(Numbers.fixed(decoupled.get(0), 2), Numbers.fixed(l2.get(l2.size() - 1), 2)),
                        3,
                        weights(language),
                        map("Adam + L2", l2Accuracies, language),
                        map("AdamW", decoupledAccuracies, language))
                .withSubtitle(language.of(
                        "left: η = 0.01, γ = 0.1, 1000 updates from 1; right: 64-16-10 network on a fifth of the digits",
                        "左：η = 0.01，γ = 0.1，從 1 開始更新 1000 次；右：64-16-10 網路，五分之一的手寫數字"));
    }

    private Chart weights(Language language) {
        double[] scales = Decay.SCALES.stream().mapToDouble(Double::doubleValue).toArray();
        return LineChart.of(
                        language.of("What is left of the weights", "權重剩下多少"),
                        Axis.log(language.of("scale of the gradients", "梯度的大小")),
                        Axis.linear(Term.WEIGHT.in(language)).withLimits(0, 1.02),
                        named("Adam + L2", LineStyle.SOLID, RuleLine.of("adam-l2", scales, l2)),
                        RuleLine.of("adamw", scales, decoupled),
                        named("SGD + L2", LineStyle.DASHED, RuleLine.of("sgd", scales, sgd)))
                .withLegend(LegendPlace.OUTSIDE);
    }

    private static Series named(String name, LineStyle style, Series line) {
        return new Series(name, line.points(), style, line.color());
    }

    private static Chart map(String title, DecayGrid grid, Language language) {
        return HeatMapChart.of(
                title,
                Axis.log(Term.LEARNING_RATE.in(language)),
                Axis.log(Term.WEIGHT_DECAY.in(language)),
                ScalarField.of(ends(grid.rates()), ends(grid.decays()), grid.accuracies()),
                Axis.linear(Term.VALIDATION_ACCURACY.in(language)).withLimits(0, 1));
    }

    private static Limits ends(List<Double> places) {
        return new Limits(places.get(0), places.get(places.size() - 1));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "Loshchilov and Hutter 2019: L2 adds γθ to the gradient, so both moments have it, and dividing by √v̂ takes it away where gradients are large; AdamW subtracts ηγθ itself. For SGD both are the same. On the right AdamW is within 2 points of the best of both maps in %s of %s cells, L2 in %s, since AdamW stands far larger γ. The best cell has %s with L2, %s with AdamW: no gain in the best cell on this problem. One seed, zero-mean gradients on the left.",
                        "Loshchilov 與 Hutter（2019）：L2 把 γθ 加進梯度，兩個動差都含有它，梯度大時除以 √v̂ 就把它消掉了；AdamW 直接減去 ηγθ。對 SGD 來說兩者相同。右圖中，AdamW 有 %s 格（共 %s 格）與兩圖的最佳值相差不到 2 個百分點，L2 有 %s 格，因為 AdamW 能承受大得多的 γ。最佳的一格，L2 為 %s，AdamW 為 %s：就最佳的一格而言，這裡看不出好處。只有一個亂數種子；左圖的梯度平均為零。")
                .formatted(
                        decoupledAccuracies.within(0.02, best()),
                        decoupledAccuracies.size(),
                        l2Accuracies.within(0.02, best()),
                        Numbers.percent(l2Accuracies.best(), 1),
                        Numbers.percent(decoupledAccuracies.best(), 1));
    }

    /** {@return the best accuracy of both} */
    double best() {
        return Math.max(l2Accuracies.best(), decoupledAccuracies.best());
    }
}
