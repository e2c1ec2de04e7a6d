package org.gradus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Tensor;

/**
 * The weights with which the validation loss was least so far.
 *
 * @param epoch the epoch after which they were measured
 * @param weights the model's parameters and buffers by path
 */
public record Best(int epoch, Map<String, Tensor> weights) {
    /** Keeps a copy of the map, which nobody can change. */
    public Best {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** Which ones, as in {@code best weights, after epoch 12}, without the numbers. */
    @Override
    public String toString() {
        return "best weights, after epoch " + epoch;
    }
}
