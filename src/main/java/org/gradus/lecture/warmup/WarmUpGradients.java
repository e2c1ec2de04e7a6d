package org.gradus.lecture.warmup;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Palette;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 20: how Adam's gradients are distributed in its first ten updates, with a warm-up of the rate and without. After figure 2 of Liu et al. 2020,
 * <a href="https://arxiv.org/abs/1908.03265">arXiv 1908.03265</a>, where without one they shrink, and a Transformer is stuck. Here they shrink with the
 * loss: the network learns.
 *
 * @param without the usual run, seed by seed
 * @param with the same with a linear warm-up
 */
public record WarmUpGradients(List<FirstGradients> without, List<FirstGradients> with) implements Figure {
    private static final int UPDATES = 10;
    private static final int WARM_UP = 100;
    private static final List<Double> BINS = List.copyOf(Histogram.logarithmicEdges(1e-6, 10, 28));

    /** {@return the figure: the usual run with Adam on digits, and the same with a warm-up over 100 updates} */
    static WarmUpGradients of(Workshop workshop) {
        int seeds = workshop.count(2, 7);
        return new WarmUpGradients(
                gradients("constant", seeds, workshop), gradients("constant:linearWarmUp=" + WARM_UP, seeds, workshop));
    }

    private static List<FirstGradients> gradients(String schedule, int seeds, Workshop workshop) {
        return IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> RunSpec.of("rule=adam evaluate-training=no schedule=" + schedule + " seed=" + seed))
                .map(run -> FirstGradients.of(run, UPDATES, workshop.shelf()))
                .toList();
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.concat(without.stream(), with.stream())
                .map(FirstGradients::run)
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Without warm-up gradients shrink %s times in %s updates, but so does the loss: %s times",
                "沒有暖身時，%2$s 次更新內梯度縮小到 1/%1$s，但損失也降到 1/%3$s");
        Chart[] panels = IntStream.rangeClosed(1, UPDATES)
                .mapToObj(update -> panel(update, language))
                .toArray(Chart[]::new);
        FirstGradients seen = without.get(0);
        return Panels.of(title.formatted(times(seen.shrinkage()), UPDATES, times(seen.progress())), 5, panels)
                .withSharing(Panels.Sharing.BOTH)
                .withSubtitle(language.of(
                                "sizes of the gradient's elements at update t; digits, MLP 64 – 64 – 10 with batch normalization, Adam, η = %s, seed 1",
                                "第 t 次更新時各梯度分量的大小；digits，MLP 64 – 64 – 10，批次標準化，Adam，η = %s，亂數種子 1")
                        .formatted(seen.run().get(Settings.LEARNING_RATE)));
    }

    private static String times(double factor) {
        return Numbers.fixed(factor, 1);
    }

    private static String range(List<FirstGradients> seeds) {
        DoubleSummaryStatistics all =
                seeds.stream().mapToDouble(FirstGradients::shrinkage).summaryStatistics();
        return times(all.getMin()) + " – " + times(all.getMax());
    }

    private Chart panel(int update, Language language) {
        String none = language.of("without warm-up", "沒有暖身");
        return HistogramChart.of(
                        "t = " + update,
                        Axis.log("|g|"),
                        Axis.linear(Term.SHARE.in(language)),
                        histogram(Term.WARM_UP.in(language), with.get(0), update)
                                .withColor(Palette.others().get(4)),
                        histogram(none, without.get(0), update).withColor(Rules.color("adam")))
                .withLegend(LegendPlace.OUTSIDE);
    }

    private static Histogram histogram(String name, FirstGradients gradients, int update) {
        double[] within = Arrays.stream(gradients.sizes().get(update - 1))
                .map(size -> Math.max(size, BINS.get(0)))
                .toArray();
        return Histogram.of(name, within, BINS).asShares();
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide, after Liu et al.: without warm-up the gradients' distribution is distorted within 10 updates. Here it moves to smaller sizes, as there; but it moves with the loss, so it is learning and not harm. Over %s seeds the median shrinks %s times without and %s times with a linear warm-up over %s updates, which has taken a tenth of the rate by then. Elements that are 0, of dead units and empty pixels, are left out, those below 10⁻⁶ stand at the left end.",
                        "投影片引用 Liu 等人：沒有暖身時，梯度的分布在 10 次更新內就扭曲了。這裡的分布同樣往小的方向移動，但那是隨著損失一起下降，是學習而不是傷害。在 %s 個亂數種子中，中位數縮小的倍數在沒有暖身時是 %s，有線性暖身時是 %s（暖身 %s 次更新，此時學習率才到十分之一）。等於 0 的分量不計，小於 1e−6 的畫在最左邊。")
                .formatted(without.size(), range(without), range(with), WARM_UP);
    }
}
