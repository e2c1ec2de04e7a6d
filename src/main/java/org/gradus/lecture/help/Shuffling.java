package org.gradus.lecture.help;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.data.Dataset;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.train.Training;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 27: what shuffling is good for. Batches of one class each pull the network from class to class; batches in a random order do not, be the
 * order a new one in each epoch or always the same.
 *
 * @param shuffled runs with a new random order in each epoch
 * @param fixed runs that keep one random order, that of the split
 * @param sorted runs on the same examples, all of class 0 first, then all of class 1, …
 */
public record Shuffling(RunGroup shuffled, RunGroup fixed, RunGroup sorted) implements Figure {
    private static final RunSpec BASE = RunSpec.of("data=digits normalization=none rule=sgdm");

    /** {@return the figure: SGDM with its usual rate on the digits} */
    static Shuffling of(Workshop workshop) {
        RunSpec spec = BASE.with("epochs=" + workshop.count(5, 12));
        int seeds = workshop.count(3, 7);
        return new Shuffling(
                Trials.of(workshop, spec, seeds, UnaryOperator.identity()),
                Trials.of(workshop, spec.with("shuffle=no"), seeds, UnaryOperator.identity()),
                Trials.of(workshop, spec.with("shuffle=no"), seeds, Shuffling::byClass));
    }

    private static Training byClass(Training training) {
        Dataset data = training.data().training();
        int[] labels = data.labels();
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> labels[i]))
                .mapToInt(i -> i)
                .toArray();
        return Trials.on(data.select(order), training);
    }

    /** {@return the median of the validation loss in the end} */
    static double loss(RunGroup group) {
        return Trials.last(group, epoch -> epoch.validation().loss());
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Batches must be mixed: loss %s shuffled, %s in one random order, %s by class",
                "批次必須混合各類別：每次打亂損失 %s，固定隨機順序 %s，按類別排序 %s");
        return LineChart.of(
                        title.formatted(text(shuffled), text(fixed), text(sorted)),
                        Axis.linear(Term.EPOCH.in(language)),
                        Axis.log(Term.VALIDATION_LOSS.in(language)).withLimits(0.05, 4),
                        line(language.of("sorted by class", "按類別排序"), sorted),
                        line(language.of("one random order", "固定的隨機順序"), fixed).withStyle(LineStyle.DASHED),
                        line(language.of("shuffled each epoch", "每個週期重新打亂"), shuffled))
                .withSubtitle(language.of(
                                "digits, SGDM, batches of 64; median and quartiles over seeds 1 to %s",
                                "digits 資料集，SGDM，批次大小 64；亂數種子 1 到 %s 的中位數與四分位數")
                        .formatted(shuffled.runs().size()))
                .withLegend(LegendPlace.RIGHT);
    }

    private static String text(RunGroup group) {
        return Numbers.fixed(loss(group), 2);
    }

    private static Series line(String name, RunGroup group) {
        return Bands.byEpoch(name, group, epoch -> epoch.validation().loss());
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: shuffle the data. In batches of one class each update unlearns what the one before has taught: the loss stays where guessing has it, at log 10 = 2.30. One random order, kept in all epochs, ends at %s against %s of a new order in each epoch: on these data mixing matters, and a new order in each epoch hardly does. Same split, first weights and rate η = %s for all three, %s seeds.",
                        "投影片：訓練時要打亂資料。若批次只含一個類別，每次更新都會忘掉上一次學到的，損失停在亂猜的水準 log 10 = 2.30。固定一個隨機順序，最後損失是 %s；每個週期重新打亂則是 %s：在這份資料上，重要的是混合，每個週期換順序的影響很小。三者的資料切分、初始權重與學習率 η = %s 相同，共 %s 個亂數種子。")
                .formatted(
                        text(fixed),
                        text(shuffled),
                        BASE.text(Settings.LEARNING_RATE),
                        shuffled.runs().size());
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.of(shuffled, fixed)
                .flatMap(group -> group.runs().stream())
                .map(RunResult::spec)
                .toList();
    }
}
