package org.gradus.train;

import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Losses;
import org.gradus.nn.Mode;
import org.gradus.tensor.Tensor;

/**
 * How well a model does on a data set, in evaluation mode.
 *
 * @param loss the mean cross-entropy
 * @param accuracy the share of examples whose largest logit is that of their label, from 0 to 1
 */
public record Evaluation(double loss, double accuracy) {
    private static final int ROWS_AT_A_TIME = 1024; // bounds the memory of a forward pass

    /**
     * {@return a classifier's loss and accuracy}
     *
     * @param model the model; not changed
     * @param data the examples, at least one
     */
    public static Evaluation of(Layer model, Dataset data) {
        double loss = 0;
        int right = 0;
        for (int start = 0; start < data.size(); start += ROWS_AT_A_TIME) {
            Dataset part = data.range(start, Math.min(start + ROWS_AT_A_TIME, data.size()));
            int[] labels = part.labels();
            Tensor logits = model.forward(part.features(), Mode.EVALUATION).detach();
            loss += Losses.crossEntropy(logits, labels).item() * part.size();
            right += right(logits, labels);
        }
        return new Evaluation(loss / data.size(), (double) right / data.size());
    }

    private static int right(Tensor logits, int[] labels) {
        double[] z = logits.toArray();
        int classes = z.length / labels.length;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = z[i * classes + c] > z[i * classes + best] ? c : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return right;
    }
}
