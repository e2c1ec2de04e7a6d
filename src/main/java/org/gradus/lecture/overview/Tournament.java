package org.gradus.lecture.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Workshop;

/**
 * All rules of the lecture on one problem, each at the best of the same rates.
 *
 * @param rates the rates that each rule was tried at, the lowest first
 * @param rows the rules, the lowest median test loss first
 */
record Tournament(List<String> rates, List<Entrant> rows) {
    private static final List<String> RULES = List.of(
            "sgd",
            "sgdm",
            "nag",
            "adagrad",
            "rmsprop",
            "adam",
            "swats",
            "amsgrad",
            "adabound",
            "radam",
            "nadam",
            "sgdwm",
            "adamw",
            "lookahead(sgdm)",
            "lookahead(adam)");

    /** Half a decade from one to the next: as many for one rule as for another. */
    private static final List<String> RATES = List.of("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1");

    private static final List<String> COARSE_RATES = List.of("0.03", "0.3");

    private static final List<Long> TUNING_SEEDS = List.of(101L, 102L, 103L);

    /**
     * A rule at its best rate.
     *
     * @param rule its name
     * @param rate the rate with the best validation loss
     * @param runs what came out with fresh seeds
     */
    record Entrant(String rule, String rate, List<RunResult> runs) {
        double[] testLosses() {
            return runs.stream()
                    .mapToDouble(run -> run.test().map(test -> test.loss()).orElse(Double.POSITIVE_INFINITY))
                    .toArray();
        }

        double[] trainingLosses() {
            return runs.stream()
                    .mapToDouble(run -> run.history().last().onTraining().loss())
                    .toArray();
        }

        Quartiles test() {
            return Quartiles.of(testLosses());
        }
    }

    static Tournament of(Workshop workshop) throws InterruptedException {
        int epochs = workshop.count(2, 8);
        RunSpec base = RunSpec.of("data=digits hidden=32 test-seed=1")
                .with(Settings.EPOCHS, epochs)
                .with(Settings.EVALUATE_EVERY, epochs);
        List<String> rates = workshop.choose(COARSE_RATES, RATES);
        Map<String, String> best = tune(base.with("evaluate-training=no"), rates, workshop);
        List<String> changes = new ArrayList<>();
        best.forEach((rule, rate) -> changes.add(change(rule, rate)));
        List<RunGroup> judged = workshop.run(
                        Plan.of(base).overEach(changes).over(Settings.SEED, seeds(workshop.count(3, 8))))
                .by(Settings.RULE);
        return new Tournament(
                rates,
                judged.stream()
                        .map(group -> entrant(group, best))
                        .sorted(Comparator.comparingDouble(row -> row.test().median()))
                        .toList());
    }

    private static Entrant entrant(RunGroup judged, Map<String, String> best) {
        String rule = judged.values().get(Settings.RULE);
        return new Entrant(rule, best.get(rule), judged.runs());
    }

    private static String change(String rule, String rate) {
        return "rule=" + rule + " learning-rate=" + rate;
    }

    private static List<Long> seeds(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /** The rate of each rule with the lowest mean validation loss over the tuning seeds. */
    private static Map<String, String> tune(RunSpec base, List<String> rates, Workshop workshop)
            throws InterruptedException {
        List<String> changes = RULES.stream()
                .flatMap(rule -> rates.stream().map(rate -> change(rule, rate)))
                .toList();
        Map<String, String> best = new LinkedHashMap<>();
        List<Long> seeds = TUNING_SEEDS.subList(0, workshop.count(1, 3));
        Plan plan = Plan.of(base).overEach(changes).over(Settings.SEED, seeds);
        Map<String, Double> losses = new LinkedHashMap<>();
        for (RunGroup group : workshop.run(plan).by(Settings.RULE, Settings.LEARNING_RATE)) {
            String rule = group.values().get(Settings.RULE);
            double loss = meanLoss(group.runs());
            if (loss < losses.getOrDefault(rule, Double.POSITIVE_INFINITY)) {
                losses.put(rule, loss);
                best.put(rule, group.values().get(Settings.LEARNING_RATE));
            }
        }
        return best;
    }

    /** On the validation data in the end; infinite if one of the runs diverged. */
    private static double meanLoss(List<RunResult> runs) {
        return runs.stream()
                .mapToDouble(run ->
                        run.isComparable() ? run.history().last().validation().loss() : Double.POSITIVE_INFINITY)
                .average()
                .orElseThrow();
    }
}
