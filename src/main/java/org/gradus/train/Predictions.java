package org.gradus.train;

import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Tensor;

/**
 * What a model says about some examples, in evaluation mode.
 *
 * @param examples the examples
 * @param outputs one row for each
 */
record Predictions(Dataset examples, Tensor outputs) {
    private static final int ROWS_AT_A_TIME = 1024; // bounds the memory of a forward pass

    /** What it says about a data set, part by part; a part is computed when its turn comes, and is not kept. */
    static Iterable<Predictions> of(Layer model, Dataset data) {
        int parts = (data.size() + ROWS_AT_A_TIME - 1) / ROWS_AT_A_TIME;
        return () -> IntStream.range(0, parts)
                .mapToObj(i -> of(model, data, i * ROWS_AT_A_TIME))
                .iterator();
    }

    private static Predictions of(Layer model, Dataset data, int start) {
        Dataset part = data.range(start, Math.min(start + ROWS_AT_A_TIME, data.size()));
        return new Predictions(
                part, model.forward(part.features(), Mode.EVALUATION).detach());
    }

    int size() {
        return examples.size();
    }

    /**
     * The class predicted of each example: the one with the largest logit, the first of them if there are several; with one logit, of which
     * class 0 has the logit 0, class 1 if it is more than 0.
     */
    int[] predicted() {
        double[] z = outputs.toArray();
        int classes = outputs.shape().size(1);
        int[] best = new int[size()];
        for (int i = 0; i < size(); i++) {
            for (int c = 1; c < classes; c++) {
                best[i] = z[i * classes + c] > z[i * classes + best[i]] ? c : best[i];
            }
            if (classes == 1) {
                best[i] = z[i] > 0 ? 1 : 0;
            }
        }
        return best;
    }
}
