package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Workshop;

/**
 * Runs with each normalization, over the learning rate.
 *
 * @param rates the learning rates, rising
 * @param groups the runs of each normalization and, within it, of each rate
 */
record NormalizationRuns(List<Double> rates, List<List<RunGroup>> groups) {
    /** The normalizations, the last one none; instance normalization is for images and does not fit a perceptron. */
    static final List<String> NAMES = List.of("batch", "layer", "group", "positional", "rms", "none");

    /** A network that ends below this training loss learns: half of log 10, which guessing one of ten classes has. */
    static final double LEARNED = FastMath.log(10) / 2;

    /** The limit that was tried first. */
    static final double STRICTER = 0.5;

    private static final RunSpec BASE = RunSpec.of(
            "data=digits validation-share=0.05 test-share=0.75 hidden=32,32,32,32 rule=sgdm batch-size=32 evaluate-every=2");

    /** {@return runs of SGDM on 359 digits, four hidden layers}
     *
     * @throws InterruptedException if somebody asked to stop
     */
    static NormalizationRuns of(Workshop workshop) throws InterruptedException {
        List<Double> rates = workshop.choose(List.of(0.03, 0.3), List.of(0.003, 0.01, 0.03, 0.1, 0.3, 1.0));
        Plan plan = Plan.of(BASE.with("epochs=" + workshop.count(6, 10)))
                .over(Settings.NORMALIZATION, NAMES)
                .over(Settings.LEARNING_RATE, rates)
                .over(Settings.SEED, List.of(1L, 2L, 3L).subList(0, workshop.count(1, 3)));
        List<RunGroup> all = workshop.run(plan).by(Settings.NORMALIZATION, Settings.LEARNING_RATE);
        List<List<RunGroup>> groups = new ArrayList<>();
        for (int i = 0; i < all.size(); i += rates.size()) {
            groups.add(all.subList(i, i + rates.size()));
        }
        return new NormalizationRuns(rates, groups);
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
}
