package org.gradus.train;

import java.util.List;

/**
 * All that was measured in a training run.
 *
 * @param steps one entry per step
 * @param epochs one entry per epoch, preceded by one for the model before training
 * @param outcome how it ended
 */
public record History(List<StepMetrics> steps, List<EpochMetrics> epochs, Outcome outcome) {
    /** Keeps copies of the lists, which nobody can change. */
    public History {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }

    /** {@return what was measured last} */
    public EpochMetrics last() {
        return epochs.get(epochs.size() - 1);
    }

    /** How it went, without the steps, as in {@code 460 steps, completed; epoch 20: training loss …}. */
    @Override
    public String toString() {
        return "%s steps, %s%s".formatted(steps.size(), outcome.text(), epochs.isEmpty() ? "" : "; " + last());
    }
}
