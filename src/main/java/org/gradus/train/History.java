package org.gradus.train;

import java.util.Comparator;
import java.util.List;

/**
 * All that was measured in a training run.
 *
 * @param steps one entry per step
 * @param epochs one entry per epoch that was followed by an evaluation, preceded by one for the model before training
 * @param outcome how it ended
 */
public record History(List<StepMetrics> steps, List<EpochMetrics> epochs, Outcome outcome) {
    /** Keeps copies of the lists, which nobody can change. */
    public History {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }

    /**
     * {@return what was measured last}
     *
     * @throws IllegalStateException if nothing was measured
     */
    public EpochMetrics last() {
        requireSome();
        return epochs.get(epochs.size() - 1);
    }

    /**
     * {@return what was measured when the validation loss was least, the first of them if there are several; before training counts too}
     *
     * @throws IllegalStateException if nothing was measured
     */
    public EpochMetrics best() {
        requireSome();
        return epochs.stream()
                .min(Comparator.comparingDouble(epoch -> epoch.validation().loss())) // NaN is the largest here
                .orElseThrow();
    }

    private void requireSome() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("history: nothing was measured yet; take a step first");
        }
    }

    /** How it went, without the steps, as in {@code 460 steps, completed; epoch 20: validation loss …}. */
    @Override
    public String toString() {
        return "%s steps, %s%s".formatted(steps.size(), outcome.text(), epochs.isEmpty() ? "" : "; " + last());
    }
}
