package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
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

    /** {@return the training loss in the end at each rate; NaN where a run diverged}
     *
     * @param name a normalization of {@link #NAMES}
     */
    List<Quartiles> losses(String name) {
        return of(name).stream()
                .map(group -> group.last(epoch -> epoch.onTraining().loss()))
                .toList();
    }

    private List<RunGroup> of(String name) {
        return groups.get(NAMES.indexOf(name));
    }

    /** {@return the rates with which the network learns, see {@link #LEARNED}}
     *
     * @param name a normalization of {@link #NAMES}
     */
    List<Double> tolerated(String name) {
        return rates.stream()
                .filter(rate -> losses(name).get(rates.indexOf(rate)).median() < LEARNED)
                .toList();
    }

    /** {@return the largest rate with which the network learns}
     *
     * @param name a normalization of {@link #NAMES}
     */
    double largest(String name) {
        return tolerated(name).stream().max(Comparator.naturalOrder()).orElse(0.0);
    }

    /** {@return the largest rate with which any network learns but that with batch normalization} */
    double largestOther() {
        return NAMES.stream()
                .filter(name -> !name.equals("batch"))
                .mapToDouble(this::largest)
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
        String atOne = language.of("at the best rate without, η = %s", "無標準化時的最佳學習率 η = %s");
        return Panels.of(
                        title.formatted(Numbers.text(largest("batch")), Numbers.text(largestOther())),
                        2,
                        panel(
                                atOne.formatted(Numbers.text(bestWithout())),
                                Axis.linear(Term.EPOCH.in(language)),
                                language,
                                shown().map(name -> course(name, language))),
                        panel(
                                language.of("in the end", "訓練結束時"),
                                Axis.log(Term.LEARNING_RATE.in(language)),
                                language,
                                shown().map(name -> range(name, language))))
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "359 digits, four hidden layers of 32, SGDM; median of seeds 1 to %s",
                                "digits 的 359 張圖，四層 32 個隱藏單元，SGDM；亂數種子 1 到 %s 的中位數")
                        .formatted(groups.get(0).get(0).runs().size()));
    }

    private static Chart panel(String title, Axis x, Language language, Stream<Series> lines) {
        Axis y = Axis.log(Term.TRAINING_LOSS.in(language)).withLimits(0.02, 4);
        return LineChart.of(title, x, y.withLines(ReferenceLine.of(LEARNED, "")), lines.toArray(Series[]::new));
    }

    private Series course(String name, Language language) {
        RunGroup group = of(name).get(rates.indexOf(bestWithout()));
        return styled(
                name,
                language,
                group.epochs().stream().mapToDouble(epoch -> epoch).toArray(),
                group.byEpoch(epoch -> epoch.onTraining().loss()));
    }

    private Series range(String name, Language language) {
        return styled(name, language, rates.stream().mapToDouble(rate -> rate).toArray(), losses(name));
    }

    /** All but positional normalization: of an input without places it is layer normalization, and its line would hide the other. */
    private static Stream<String> shown() {
        return NAMES.stream().filter(name -> !name.equals("positional"));
    }

    private static Series styled(String name, Language language, double[] x, List<Quartiles> y) {
        return switch (name) {
            case "none" ->
                Trials.band(language.of("none", "無標準化"), x, y)
                        .withStyle(LineStyle.DASHED)
                        .withColor("#6f6f6f");
            case "batch" -> Trials.band(name, x, y);
            default ->
                Series.of(
                        name.equals("layer") ? "layer = positional" : name,
                        x,
                        y.stream().mapToDouble(Quartiles::median).toArray());
        };
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: batch, layer, group, instance and positional normalization make training easier and take larger rates. Here a rate counts as tolerated if the training loss ends below %s, half of what guessing has (dashed level). Batch normalization is faster and takes larger rates, as the slide says; the others do not take larger ones than no normalization on these data. Positional and layer normalization are the same for a vector, and instance normalization needs images. Bands: quartiles of batch and none.",
                        "投影片：batch、layer、group、instance、positional 等標準化讓訓練更容易，也能用較大的學習率。這裡以訓練損失最後低於 %s（亂猜的一半，水平虛線）表示學習率可行。批次標準化確實較快，可用的學習率也較大；但在這份資料上，其他標準化可用的學習率並不比沒有標準化時大。對向量而言 positional 與 layer 相同；instance 需要影像。色帶是 batch 與無標準化的四分位數。")
                .formatted(Numbers.fixed(LEARNED, 2));
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
