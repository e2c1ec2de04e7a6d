package org.gradus.train;

import java.util.ArrayList;
import java.util.List;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Tensor;

/**
 * What a classifier says about some examples, in evaluation mode.
 *
 * @param labels their right classes
 * @param logits one row for each
 */
record Predictions(int[] labels, Tensor logits) {
    private static final int ROWS_AT_A_TIME = 1024; // bounds the memory of a forward pass

    /** What it says about a data set, part by part. */
    static List<Predictions> of(Layer model, Dataset data) {
        List<Predictions> parts = new ArrayList<>();
        for (int start = 0; start < data.size(); start += ROWS_AT_A_TIME) {
            Dataset part = data.range(start, Math.min(start + ROWS_AT_A_TIME, data.size()));
            Tensor logits = model.forward(part.features(), Mode.EVALUATION);
            parts.add(new Predictions(part.labels(), logits.detach()));
        }
        return parts;
    }

    int size() {
        return labels.length;
    }

    int classes() {
        return logits.shape().size(1);
    }

    /** The class with the largest logit of each example, the first of them if there are several. */
    int[] predicted() {
        double[] z = logits.toArray();
        int[] best = new int[size()];
        for (int i = 0; i < size(); i++) {
            for (int c = 1; c < classes(); c++) {
                best[i] = z[i * classes() + c] > z[i * classes() + best[i]] ? c : best[i];
            }
        }
        return best;
    }
}
