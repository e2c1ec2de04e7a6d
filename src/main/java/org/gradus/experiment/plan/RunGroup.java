package org.gradus.experiment.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.gradus.experiment.Setting;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;

/**
 * Runs that have the same values of some settings, such as those of one rule with several seeds.
 *
 * @param values these values as they are typed, by setting
 * @param runs the runs, in the order of the plan
 */
public record RunGroup(Map<Setting<?>, String> values, List<RunResult> runs) {
    /** Keeps copies, which nobody can change. */
    public RunGroup {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        runs = List.copyOf(runs);
    }

    /** {@return the group's name, as in {@code adam}, or, of several settings, {@code rule=adam learning-rate=0.01}} */
    public String name() {
        if (values.size() == 1) {
            return values.values().iterator().next();
        }
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" "));
    }

    /** {@return the epochs after which any of the runs was measured, in order, from 0, before training} */
    public List<Integer> epochs() {
        return runs.stream()
                .flatMap(run -> run.history().epochs().stream())
                .map(EpochMetrics::epoch)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * {@return the middle half of a measure over the runs, for each of {@link #epochs()}; NaN from the epoch on after which the first of the runs
     * was measured no more}
     *
     * @param measure what to take of each run's epoch
     */
    public List<Quartiles> byEpoch(ToDoubleFunction<EpochMetrics> measure) {
        return epochs().stream().map(epoch -> at(epoch, measure)).toList();
    }

    private Quartiles at(int epoch, ToDoubleFunction<EpochMetrics> measure) {
        return Quartiles.of(runs.stream()
                .mapToDouble(run -> run.history().epochs().stream()
                        .filter(metrics -> metrics.epoch() == epoch)
                        .mapToDouble(measure)
                        .findFirst()
                        .orElse(Double.NaN))
                .toArray());
    }

    /**
     * {@return the middle half of a measure over the runs, each measured in its end}; NaN if a run failed, or diverged
     *
     * @param measure what to take of each run's last epoch
     */
    public Quartiles last(ToDoubleFunction<EpochMetrics> measure) {
        return Quartiles.of(runs.stream()
                .mapToDouble(run -> !run.isComparable()
                        ? Double.NaN
                        : measure.applyAsDouble(run.history().last()))
                .toArray());
    }

    /**
     * {@return the middle half of a measure over the runs, each on its test part in the end; NaN if a run failed, diverged or has no such part}
     *
     * @param measure what to take of each run's test
     */
    public Quartiles test(ToDoubleFunction<Evaluation> measure) {
        return Quartiles.of(runs.stream()
                .mapToDouble(run -> run.test().map(measure::applyAsDouble).orElse(Double.NaN))
                .toArray());
    }

    /** The name and the number of runs, as in {@code adam, 5 runs}. */
    @Override
    public String toString() {
        return "%s, %s runs".formatted(name(), runs.size());
    }
}
