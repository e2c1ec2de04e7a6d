package org.gradus.lecture.after;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.schedule.Schedules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 40: warm-up, stable, decay. The loss falls where the rate does, and one stable phase may end at any time: two runs that decay after different
 * numbers of epochs are the same run until the first of them decays. Hu et al. 2024, <a href="https://arxiv.org/abs/2404.06395">MiniCPM</a>.
 *
 * @param courses of {@link #SHORT} epochs, of {@link #LONG}, and of as many at a constant rate
 */
public record StableDecay(List<DecayCourse> courses) implements Figure {
    static final int SHORT = 6;
    static final int LONG = 12;
    static final int DECAY = 2;
    private static final double ETA = 0.05;

    /** {@return the figure: a warm-up of one epoch, a decay of two} */
    static StableDecay of(Workshop workshop) throws InterruptedException {
        RunSpec base = RunSpec.of("rule=adamw batch-size=16 learning-rate=" + ETA);
        long updates = new RunRecipe(base, workshop.shelf()).training().steps(1);
        String wsd = "wsd:warmUp=" + updates + ",decay=" + DECAY * updates;
        List<String> schedules = List.of(wsd, wsd, "constant");
        List<Integer> epochs = List.of(SHORT, LONG, LONG);
        List<Long> seeds =
                LongStream.rangeClosed(1, workshop.count(3, 5)).boxed().toList();
        List<String> changes = IntStream.range(0, epochs.size())
                .mapToObj(i -> "schedule=" + schedules.get(i) + " epochs=" + epochs.get(i))
                .toList();
        Plan plan = Plan.of(base).overEach(changes).over(Settings.SEED, seeds);
        List<RunGroup> groups = workshop.run(plan).by(Settings.SCHEDULE, Settings.EPOCHS);
        return new StableDecay(IntStream.range(0, epochs.size())
                .mapToObj(i -> DecayCourse.of(schedules.get(i), epochs.get(i), ETA, updates, groups.get(i)))
                .toList());
    }

    @Override
    public List<RunSpec> runs() {
        return courses.stream()
                .flatMap(course -> course.runs().runs().stream())
                .map(RunResult::spec)
                .toList();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "While the rate decays the loss falls from %s to %s; at a constant rate it ends at %s",
                "學習率衰減時，損失從 %s 降到 %s；學習率固定時最後是 %s");
        DecayCourse decaying = courses.get(1);
        Axis epoch = Axis.linear(Term.EPOCH.in(language));
        Series[] forms = {slope("wsd"), slope("linear-wsd").withStyle(LineStyle.DASHED), slope("root-wsd")};
        return Panels.of(
                        title.formatted(
                                fixed(decaying.loss(LONG - DECAY)),
                                fixed(decaying.loss(LONG)),
                                fixed(courses.get(2).loss(LONG))),
                        3,
                        panel(
                                language.of("three forms of decay", "三種衰減形式"),
                                Axis.linear("t / T"),
                                Axis.linear("η / η_max"),
                                forms),
                        panel(
                                Term.LEARNING_RATE.in(language),
                                epoch,
                                Axis.linear(""),
                                lines(course -> course.rate(language))),
                        panel(
                                Term.VALIDATION_LOSS.in(language),
                                epoch,
                                Axis.log(""),
                                lines(course -> course.losses(language))))
                .withSubtitle(language.of(
                                "digits, MLP 64 – 64 – 10 with batch normalization, AdamW, η = %s, batches of 16; median and quartiles over %s seeds",
                                "digits，MLP 64 – 64 – 10，批次標準化，AdamW，η = %s，批次大小 16；%s 個亂數種子的中位數與四分位數")
                        .formatted(ETA, decaying.runs().runs().size()));
    }

    private Series[] lines(Function<DecayCourse, Series> line) {
        return courses.stream().map(line).toArray(Series[]::new);
    }

    private static Chart panel(String title, Axis x, Axis y, Series... lines) {
        return LineChart.of(title, x, y, lines).withLegend(LegendPlace.OUTSIDE);
    }

    private static Series slope(String name) {
        double[] t = IntStream.range(0, 200).mapToDouble(i -> i / 200.0).toArray();
        return Series.of(name, t, Schedules.sample(Schedules.named(name, 1, 200, Map.of("decay", 100.0)), 200));
    }

    private static String fixed(double loss) {
        return Numbers.fixed(loss, 3);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "A cosine has to know its end; here only the last %s epochs do. Until epoch %s the runs of %s and of %s epochs are the same to the last bit: one trains once, and branches off into a decay wherever a result is wanted (%s after %s epochs). The constant rate keeps leaping about the valley that the decay goes down into. The rate was chosen large, several times the best constant one, since this network fits its data at that one without any decay.",
                        "餘弦排程必須事先知道終點，這裡只有最後 %s 個週期需要。到第 %s 個週期為止，%s 個週期與 %s 個週期的訓練完全相同，一個位元都不差：只要訓練一次，想要結果時再分支出去衰減（%s，共 %s 個週期）。固定的學習率一直在山谷兩側跳動，衰減時才往谷底走。這裡的學習率刻意取得很大，是最佳固定值的好幾倍，因為用最佳值時，這個網路不必衰減就能擬合資料。")
                .formatted(
                        DECAY, SHORT - DECAY, SHORT, LONG, fixed(courses.get(0).loss(SHORT)), SHORT);
    }
}
