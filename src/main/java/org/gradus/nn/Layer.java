package org.gradus.nn;

import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * A function with parameters: one stage of a network, or a whole network.
 *
 * <p>A layer without parameters can be written as a lambda: {@code Layer square = (x, mode) -> x.mul(x)}. Layers that remember something
 * (parameters, running statistics) are not safe for use by several threads while one of them trains.
 */
@FunctionalInterface
public interface Layer {

    /**
     * Applies the layer.
     *
     * @param x the input; the first axis is the batch
     * @param mode what the pass is for
     * @return the output
     * @throws IllegalArgumentException if the input's shape does not fit
     */
    Tensor forward(Tensor x, Mode mode);

    /** {@return what the layer learns or has learned, by path, in a fixed order} */
    default Map<String, Parameter> parameters() {
        return Map.of();
    }

    /** {@return the parameters an optimizer is to change: all of them, but for those that are {@linkplain Frozen frozen}} */
    default Map<String, Parameter> trainable() {
        return parameters();
    }

    /** {@return what the layer remembers but does not learn, by path, in a fixed order} */
    default Map<String, Buffer> buffers() {
        return Map.of();
    }

    /**
     * {@return where the layer's random numbers come from, by path, in a fixed order}
     *
     * <p>A run that is resumed goes on drawing where it was only if each stream a layer draws from is here.
     */
    default Map<String, RandomStream> streams() {
        return Map.of();
    }

    /** {@return the matrices that PyTorch stores transposed, as (out, in), by path; see {@link StateDictionary}} */
    default Map<String, Parameter> transposedInPyTorch() {
        return Map.of();
    }
}
