package org.gradus.lecture.rates;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.train.StepMetrics;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Runs that differ in the course of their rates, each with the same seeds.
 *
 * @param groups the runs of each course
 */
record Courses(List<RunGroup> groups) {
    /**
     * Trains.
     *
     * @param base what all have in common
     * @param courses what each changes
     * @param seeds how many runs each has
     */
    static Courses of(RunSpec base, List<String> courses, int seeds, Workshop workshop) throws InterruptedException {
        Plan plan = Plan.of(base)
                .overEach(courses)
                .over(Settings.SEED, LongStream.rangeClosed(1, seeds).boxed().toList());
        Results results = workshop.runner().keepingSteps().run(plan, new RunListener() {});
        return new Courses(results.by(Settings.RULE, Settings.SCHEDULE, Settings.LEARNING_RATE));
    }

    /** {@return how many updates an epoch of a run has} */
    static long updates(RunSpec run, Workshop workshop) {
        return new RunRecipe(run, workshop.shelf()).training().steps(1);
    }

    /** {@return the runs, for the receipt} */
    List<RunSpec> runs() {
        return groups.stream()
                .flatMap(group -> group.runs().stream())
                .map(RunResult::spec)
                .toList();
    }

    /** {@return the rate of a course over the epochs, 0 where training begins} */
    static Series rate(String name, RunGroup course) {
        List<StepMetrics> steps = course.runs().get(0).history().steps();
        double perEpoch = (double) steps.size() / steps.get(steps.size() - 1).epoch();
        return Series.of(
                name,
                steps.stream().mapToDouble(step -> (step.step() - 1) / perEpoch).toArray(),
                steps.stream().mapToDouble(StepMetrics::learningRate).toArray());
    }

    /** {@return the training loss of a course over the epochs} */
    static Series loss(String name, RunGroup course) {
        return Bands.byEpoch(name, course, Courses::trainingLoss);
    }

    private static double trainingLoss(EpochMetrics epoch) {
        return epoch.onTraining().loss();
    }

    /** {@return the median training loss after each epoch, before training first} */
    static double[] losses(RunGroup course) {
        return course.byEpoch(Courses::trainingLoss).stream()
                .mapToDouble(quartiles -> quartiles.median())
                .toArray();
    }

    /** {@return the median training loss in the end} */
    static double last(RunGroup course) {
        return course.last(Courses::trainingLoss).median();
    }

    /** {@return the course with the least training loss in the end} */
    static RunGroup best(List<RunGroup> courses) {
        return courses.stream().min(Comparator.comparingDouble(Courses::last)).orElseThrow();
    }

    /** {@return the median validation accuracy in the end, as text} */
    static String accuracy(RunGroup course) {
        return Numbers.percent(
                course.last(epoch -> epoch.validation().accuracy()).median(), 1);
    }

    /** {@return a panel over epochs: a course, and dashed the constant one it is compared with} */
    static Chart panel(Axis epoch, String title, Axis y, Series course, Series constant) {
        String color = Rules.color("sgdm");
        Series dashed = constant.withColor(color).withStyle(LineStyle.DASHED);
        return LineChart.of(title, epoch, y, dashed, course.withColor(color)).withLegend(LegendPlace.OUTSIDE);
    }

    /** {@return data, network and seeds in words} */
    String conditions(Language language) {
        return language.of(
                        "digits, MLP 64 – 64 – 10 with batch normalization, SGDM; median and quartiles over %s seeds",
                        "digits，MLP 64 – 64 – 10，批次標準化，SGDM；%s 個亂數種子的中位數與四分位數")
                .formatted(groups.get(0).runs().size());
    }
}
