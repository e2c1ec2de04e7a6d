package org.gradus.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.StepMetrics;

/**
 * What a comparison measured.
 *
 * @param comparison what was compared
 * @param runs one per rule and seed, rule by rule
 */
public record ComparisonResult(Comparison comparison, List<Run> runs) {
    /** Keeps a copy of the list, which nobody can change. */
    public ComparisonResult {
        runs = List.copyOf(runs);
    }

    /**
     * {@return the runs of one rule, in the order of the seeds}
     *
     * @param rule the rule's name
     */
    public List<Run> runs(String rule) {
        return runs.stream().filter(run -> run.rule().equals(rule)).toList();
    }

    /**
     * {@return a measure over the seeds of one rule, for every epoch from 0 (before training); NaN from the epoch on in which the first of the
     * runs had diverged}
     *
     * @param rule the rule's name
     * @param measure what to take of each run's epoch
     */
    public List<Quartiles> byEpoch(String rule, ToDoubleFunction<EpochMetrics> measure) {
        return IntStream.rangeClosed(0, comparison.epochs())
                .mapToObj(epoch -> atEpoch(rule, epoch, measure))
                .toList();
    }

    private Quartiles atEpoch(String rule, int epoch, ToDoubleFunction<EpochMetrics> measure) {
        return Quartiles.of(runs(rule).stream()
                .map(run -> run.history().epochs())
                .mapToDouble(epochs -> epoch < epochs.size() ? measure.applyAsDouble(epochs.get(epoch)) : Double.NaN)
                .toArray());
    }

    /** {@return a short hash of every number of every run: equal fingerprints mean equal bits} */
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        for (Run run : runs) {
            fingerprint.add(run.rule()).add(run.seed());
            for (StepMetrics step : run.history().steps()) {
                fingerprint
                        .add(step.step())
                        .add(step.loss())
                        .add(step.gradientNorm())
                        .add(step.learningRate());
            }
            for (EpochMetrics epoch : run.history().epochs()) {
                for (Evaluation evaluation : List.of(epoch.onTraining(), epoch.validation())) {
                    fingerprint.add(evaluation.loss()).add(evaluation.accuracy());
                }
            }
        }
        return fingerprint.hex();
    }
}
