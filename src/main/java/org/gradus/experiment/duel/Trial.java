package org.gradus.experiment.duel;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunResult;
import org.gradus.train.EpochMetrics;

/**
 * One point of a contender's space, tried with every seed of the tuning.
 *
 * @param changes what it changes of the common run: the rule, its learning rate, and what else is tuned
 * @param runs what came out, one run for each seed
 */
public record Trial(Map<String, String> changes, List<RunResult> runs) {
    /** Keeps a copy of the list, which nobody can change. */
    public Trial {
        runs = List.copyOf(runs);
    }

    /** {@return the learning rate} */
    public double learningRate() {
        return runs.get(0).spec().get(Settings.LEARNING_RATE);
    }

    /** {@return how many of the runs diverged or failed} */
    public long failures() {
        return runs.stream().filter(run -> !run.isComparable()).count();
    }

    /**
     * {@return the mean over the seeds of what was measured after the last epoch}
     *
     * @param measure what to take of it
     * @param worst what a run counts that diverged or failed: one such run makes the trial the worst
     */
    public double mean(ToDoubleFunction<EpochMetrics> measure, double worst) {
        return runs.stream()
                .mapToDouble(run ->
                        run.isComparable() ? measure.applyAsDouble(run.history().last()) : worst)
                .average()
                .orElse(worst);
    }

    /** What it changes, as it is typed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        changes.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value));
        return text.toString();
    }
}
