package org.gradus.train.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;

/**
 * Shows a run as plain lines, one for each epoch that was followed by an evaluation, and one for the end:
 * {@code epoch 3 of 20: mean loss of its mini-batches 0.1234, validation loss 0.2345, accuracy 0.9500, learning rate 0.00500}.
 *
 * <p>The lines are the same in every locale, and end as the system's lines do.
 */
public final class EpochLines implements Listener {
    private final Appendable out;
    private final int epochs;
    private double sum; // of the losses since the last line
    private int count;
    private double learningRate;

    /**
     * Lines about a run.
     *
     * @param out where they go, such as {@code System.out}
     * @param epochs how many epochs the run has
     */
    public EpochLines(Appendable out, int epochs) {
        this.out = out;
        this.epochs = epochs;
    }

    @Override
    public void onStart(History past) {
        sum = 0;
        count = 0;
    }

    @Override
    public void onStep(StepMetrics step) {
        sum += step.loss();
        count++;
        learningRate = step.learningRate();
    }

    @Override
    public void onEpoch(EpochMetrics epoch) {
        line(
                count == 0
                        ? "before training: validation %s".formatted(epoch.validation())
                        : String.format(
                                Locale.ROOT,
                                "epoch %s of %s: mean loss of its mini-batches %.4g, validation %s, learning rate %.3g",
                                epoch.epoch(),
                                epochs,
                                sum / count,
                                epoch.validation(),
                                learningRate));
        sum = 0;
        count = 0;
    }

    @Override
    public void onEnd(History history) {
        line(history.outcome().text());
    }

    private void line(String text) {
        try {
            out.append(text).append(System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("a line about the run cannot be written: " + e.getMessage(), e);
        }
    }

    /** Of how many epochs. */
    @Override
    public String toString() {
        return "lines about %s epochs".formatted(epochs);
    }
}
