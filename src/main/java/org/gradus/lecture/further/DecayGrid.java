package org.gradus.lecture.further;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;

/**
 * The validation accuracies of a rule with decay over η and γ.
 *
 * @param rates η, rising
 * @param decays γ, rising
 * @param runs for each γ, one run for each η
 * @param values their accuracies, in the same order
 */
public record DecayGrid(List<Double> rates, List<Double> decays, List<RunSpec> runs, List<Double> values) {
    private static final String NETWORK =
            "data=digits validation-share=0.8 test-share=0 hidden=16 normalization=none evaluate-training=no";

    /** {@return the grid: every second half power of ten and 5 epochs at quick effort, all and 20 epochs at full} */
    static DecayGrid of(String rule, Workshop workshop) throws InterruptedException {
        int epochs = workshop.count(5, 20);
        List<Double> rates = some(workshop, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3);
        List<Double> decays = some(workshop, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1);
        RunSpec base = RunSpec.of(NETWORK).with("epochs=%s evaluate-every=%s rule=%s".formatted(epochs, epochs, rule));
        List<RunSpec> runs = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (double gamma : decays) {
            Plan plan = Plan.of(base.with(Settings.RULE, Rules.choice(rule + ":gamma=" + gamma)))
                    .over(Settings.LEARNING_RATE, rates);
            for (RunResult result : workshop.run(plan).runs()) {
                runs.add(result.spec());
                values.add(
                        result.diverged()
                                ? 0
                                : result.history().last().validation().accuracy());
            }
        }
        return new DecayGrid(rates, decays, runs, values);
    }

    private static List<Double> some(Workshop workshop, double... all) {
        int every = workshop.count(3, 1);
        return IntStream.range(0, all.length)
                .filter(i -> i % every == 0)
                .mapToObj(i -> all[i])
                .toList();
    }

    /** {@return the accuracies, by row from the smallest γ, by column from the smallest η} */
    double[][] accuracies() {
        return IntStream.range(0, decays.size())
                .mapToObj(row -> values.subList(row * rates.size(), (row + 1) * rates.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** {@return the largest accuracy} */
    double best() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** {@return how many runs there are} */
    int size() {
        return values.size();
    }

    /** {@return how many runs are nearly as accurate as another} */
    long within(double difference, double other) {
        return values.stream().filter(value -> value >= other - difference).count();
    }
}
