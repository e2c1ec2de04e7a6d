package org.gradus.train;

import java.util.Locale;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.loss.Losses;

/**
 * How well a model does on a data set, in evaluation mode.
 *
 * @param loss the mean cross-entropy
 * @param accuracy the share of examples whose largest logit is that of their label, from 0 to 1
 */
public record Evaluation(double loss, double accuracy) {
    /**
     * {@return a classifier's loss and accuracy}
     *
     * @param model the model; not changed
     * @param data the examples, at least one
     */
    public static Evaluation of(Layer model, Dataset data) {
        double loss = 0;
        int right = 0;
        for (Predictions part : Predictions.of(model, data)) {
            loss += Losses.crossEntropy(part.logits(), part.labels()).item() * part.size();
            int[] predicted = part.predicted();
            for (int i = 0; i < part.size(); i++) {
                right += predicted[i] == part.labels()[i] ? 1 : 0;
            }
        }
        return new Evaluation(loss / data.size(), (double) right / data.size());
    }

    /** Both, rounded, as in {@code loss 0.1234, accuracy 0.9712}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "loss %.4g, accuracy %.4f", loss, accuracy);
    }
}
