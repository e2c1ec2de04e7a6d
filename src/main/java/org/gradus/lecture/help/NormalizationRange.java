package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 32: what normalization layers are good for: a deep network learns faster at the rate that is best without them, and at larger rates at
 * all.
 *
 * @param rates the learning rates, rising
 * @param groups the runs of each normalization and, within it, of each rate
 */
public record NormalizationRange(List<Double> rates, List<List<RunGroup>> groups) implements Figure {
    /** The normalizations, the last one none; instance normalization is for images and does not fit a perceptron. */
    static final List<String> NAMES = List.of("batch", "layer", "group", "positional", "rms", "none");

    /** A network that ends below this training loss learns: half of log 10, which guessing one of ten classes has. */
    static final double LEARNED = FastMath.log(10) / 2;

    private static final double STRICTER = 0.5;
    private static final RunSpec BASE = RunSpec.of(
            "data=digits validation-share=0.05 test-share=0.75 hidden=32,32,32,32 rule=sgdm batch-size=32 evaluate-every=2");

    /** {@return the figure: SGDM on 359 digits, four hidden layers}
     *
     * @throws InterruptedException if somebody asked to stop
     */
    static NormalizationRange of(Workshop workshop) throws InterruptedException {
        List<Double> rates = workshop.count(0, 1) == 0 ? List.of(0.03, 0.3) : List.of(0.003, 0.01, 0.03, 0.1, 0.3, 1.0);
        Plan plan = Plan.of(BASE.with("epochs=" + workshop.count(6, 10)))
                .over(Settings.NORMALIZATION, NAMES)
                .over(Settings.LEARNING_RATE, rates)
                .over(Settings.SEED, List.of(1L, 2L, 3L).subList(0, workshop.count(1, 3)));
        List<RunGroup> all = workshop.run(plan).by(Settings.NORMALIZATION, Settings.LEARNING_RATE);
        List<List<RunGroup>> groups = new ArrayList<>();
        for (int i = 0; i < all.size(); i += rates.size()) {
            groups.add(all.subList(i, i + rates.size()));
        }
        return new NormalizationRange(rates, groups);
    }

    /** {@return the training loss in the end at each rate with one of {@link #NAMES}; NaN where a run diverged} */
    List<Quartiles> losses(String name) {
        return of(name).stream()
                .map(group -> group.last(epoch -> epoch.onTraining().loss()))
                .toList();
    }

    /** The runs with a normalization, by rate. */
    List<RunGroup> of(String name) {
        return groups.get(NAMES.indexOf(name));
    }

    /** {@return the largest rate with which the training loss ends, in the median, below a limit, such as {@link #LEARNED}; 0 if none does} */
    double largest(String name, double limit) {
        return rates.stream()
                .filter(rate -> losses(name).get(rates.indexOf(rate)).median() < limit)
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    /** {@return the largest such rate of all but batch normalization} */
    double largestOther(double limit) {
        return NAMES.stream()
                .filter(name -> !name.equals("batch"))
                .mapToDouble(name -> largest(name, limit))
                .max()
                .orElseThrow();
    }

    /** {@return the rate with which the network without normalization has the least training loss in the end} */
    double bestWithout() {
        return rates.stream()
                .filter(rate ->
                        !Double.isNaN(losses("none").get(rates.indexOf(rate)).median()))
                .min(Comparator.comparingDouble(
                        rate -> losses("none").get(rates.indexOf(rate)).median()))
                .orElseThrow();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Batch normalization tolerates rates up to %s, other layers and none up to %s",
                "批次標準化的學習率可以大到 %s，其他各層與無標準化只到 %s");
        return Panels.of(
                        title.formatted(Numbers.text(largest("batch", LEARNED)), Numbers.text(largestOther(LEARNED))),
                        2,
                        new NormalizationPanels(this, language).all())
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "359 digits, four hidden layers of 32, SGDM; median of seeds 1 to %s",
                                "digits 的 359 張圖，四層 32 個隱藏單元，SGDM；亂數種子 1 到 %s 的中位數")
                        .formatted(groups.get(0).get(0).runs().size()));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: batch, layer, group, instance and positional normalization make training easier and take larger rates. Here a rate counts as tolerated if the training loss ends below %s, half of what guessing has (dashed level); with the limit at %s, which we tried first, the others stop at %s instead of %s and batch at %s. Batch normalization is faster and takes larger rates, as the slide says; the others do not take larger ones than no normalization on these data. Positional and layer normalization are the same for a vector, and instance normalization needs images. Bands: quartiles of batch and none.",
                        "投影片：batch、layer、group、instance、positional 等標準化讓訓練更容易，也能用較大的學習率。這裡以訓練損失最後低於 %s（亂猜的一半，水平虛線）表示學習率可行；若以最初試的 %s 為界，其他各層只到 %s 而不是 %s，批次標準化到 %s。批次標準化確實較快，可用的學習率也較大；但在這份資料上，其他標準化可用的學習率並不比沒有標準化時大。對向量而言 positional 與 layer 相同；instance 需要影像。色帶是 batch 與無標準化的四分位數。")
                .formatted(
                        Numbers.fixed(LEARNED, 2),
                        STRICTER,
                        Numbers.text(largestOther(STRICTER)),
                        Numbers.text(largestOther(LEARNED)),
                        Numbers.text(largest("batch", STRICTER)));
    }

    @Override
    public List<RunSpec> runs() {
        return groups.stream()
                .flatMap(List::stream)
                .flatMap(group -> group.runs().stream())
                .map(RunResult::spec)
                .toList();
    }
}
