package org.gradus.lecture.rates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.range.Criterion;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 16: the range test on the digits network, what the criteria read off it, and what came of trainings at constant rates.
 *
 * @param study the range test
 * @param trainings short runs at constant rates, from the smallest to the largest
 */
public record RangeSuggestions(RangeStudy study, Courses trainings) implements Figure {
    private static final int EPOCHS = 5;

    /** {@return the figure: SGDM} */
    static RangeSuggestions of(Workshop workshop) throws InterruptedException {
        RangeStudy study = RangeStudy.of(workshop);
        List<String> courses = Stream.of(0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)
                .skip(workshop.count(2, 0))
                .map(rate -> "learning-rate=" + rate)
                .toList();
        RunSpec base = study.run().with("evaluate-every=%s epochs=%s".formatted(EPOCHS, EPOCHS));
        return new RangeSuggestions(study, Courses.of(base, courses, workshop.count(1, 3), workshop));
    }

    /** {@return the largest rates that the criteria suggest, in their order} */
    double[] maxima() {
        return Stream.of(Criterion.values())
                .mapToDouble(criterion -> study.result().rates(criterion).maximum())
                .toArray();
    }

    /** {@return the constant rate of some runs} */
    static double rate(RunGroup group) {
        return group.runs().get(0).spec().get(Settings.LEARNING_RATE);
    }

    /** {@return the runs with the least training loss in the end} */
    RunGroup best() {
        return Courses.best(trainings.groups());
    }

    @Override
    public List<RunSpec> runs() {
        return trainings.runs();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "One range test of %s steps suggests rates of %s to %s; %s trains best",
                "一次 %s 步的範圍測試建議的學習率從 %s 到 %s；實際訓練以 %s 最好");
        double[] sorted = Arrays.stream(maxima()).sorted().toArray();
        return Panels.of(
                        title.formatted(
                                study.result().test().steps(),
                                digits(sorted[0]),
                                digits(sorted[sorted.length - 1]),
                                rate(best())),
                        2,
                        study.panel(language),
                        constant(language))
                .withSubtitle(trainings.conditions(language));
    }

    private Chart constant(Language language) {
        double[] rates =
                trainings.groups().stream().mapToDouble(RangeSuggestions::rate).toArray();
        Series losses = Bands.of(
                "",
                rates,
                trainings.groups().stream()
                        .map(group -> group.last(epoch -> epoch.onTraining().loss()))
                        .toList());
        return LineChart.of(
                language.of("training for %s epochs at a constant rate", "以固定的學習率訓練 %s 個週期")
                        .formatted(EPOCHS),
                Axis.log(Term.LEARNING_RATE.in(language)),
                Axis.log(Term.TRAINING_LOSS.in(language)),
                losses.withColor(Rules.color("sgdm")));
    }

    private static String digits(double number) {
        return Numbers.fixed(number, 3);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: raise the rate from step to step, and take the range in which the loss falls. Steepest descent suggests %s, the minimum over ten %s, the valley %s, Smith's bound %s: a factor of %s between them, from one test of %s steps; look at the curve before you choose. Trained for %s epochs each, the constant rate %s reaches the least training loss, and %s, ten times Smith's bound, learns nothing.",
                        "投影片：讓學習率逐步提高，取損失下降的那一段。最陡處建議 %s，最小值除以十建議 %s，谷中建議 %s，Smith 的上界是 %s；同一次 %6$s 步的測試，彼此相差 %5$s 倍，所以選之前要看曲線。各訓練 %7$s 個週期，固定學習率 %8$s 的訓練損失最低；Smith 上界的十倍 %9$s 則什麼也沒學到。")
                .formatted(
                        digits(maxima()[0]),
                        digits(maxima()[1]),
                        digits(maxima()[2]),
                        digits(maxima()[3]),
                        Numbers.fixed(study.result().disagreement(), 0),
                        study.result().test().steps(),
                        EPOCHS,
                        rate(best()),
                        rate(trainings.groups().get(trainings.groups().size() - 1)));
    }
}
