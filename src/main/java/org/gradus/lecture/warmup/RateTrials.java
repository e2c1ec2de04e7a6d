package org.gradus.lecture.warmup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Workshop;

/**
 * Adam, Adam with a warm-up and RAdam, in this order, each with the same rates and seeds.
 *
 * @param results the runs, those of a contender from the smallest rate to the largest
 */
record RateTrials(Results results) {
    /** Over how many updates the rate rises in the second of them. */
    static final int WARM_UP = 50;

    private static final List<String> CONTENDERS =
            List.of("rule=adam", "rule=adam schedule=constant:linearWarmUp=" + WARM_UP, "rule=radam");
    private static final List<Double> RATES = List.of(0.005, 0.02, 0.08, 0.32, 1.28);

    /** {@return the runs: Adam's usual rate, and such as are smaller and larger by factors of 4} */
    static RateTrials of(Workshop workshop) throws InterruptedException {
        List<Long> seeds =
                LongStream.rangeClosed(1, workshop.count(2, 3)).boxed().toList();
        List<Double> rates = RATES.subList(workshop.count(1, 0), RATES.size());
        return new RateTrials(workshop.run(Plan.of(RunSpec.of("epochs=" + workshop.count(4, 10)))
                .overEach(CONTENDERS)
                .over(Settings.LEARNING_RATE, rates)
                .over(Settings.SEED, seeds)));
    }

    /** {@return the runs of a contender, one group for each rate} */
    List<RunGroup> byRate(int contender) {
        List<RunGroup> all = results.by(Settings.RULE, Settings.SCHEDULE, Settings.LEARNING_RATE);
        int rates = all.size() / CONTENDERS.size();
        return all.subList(contender * rates, (contender + 1) * rates);
    }

    /** {@return the training losses in the end} */
    static Quartiles loss(RunGroup group) {
        return group.last(epoch -> epoch.onTraining().loss());
    }

    static double rate(RunGroup group) {
        return group.runs().get(0).spec().get(Settings.LEARNING_RATE);
    }

    /** {@return the runs of a contender at the rate that is best for it} */
    RunGroup best(int contender) {
        return byRate(contender).stream()
                .min(Comparator.comparingDouble(group -> loss(group).median()))
                .orElseThrow();
    }

    /** {@return the runs of a contender at the largest rate} */
    RunGroup largest(int contender) {
        List<RunGroup> groups = byRate(contender);
        return groups.get(groups.size() - 1);
    }
}
