package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Root mean square normalization: y = x / √(mean of x² + ε) · w over the last axis; no mean is subtracted and no bias added.
 *
 * <p>Input and output (…, size). ε = 10⁻⁶, as large language models have it; the paper has none.
 *
 * <p>Zhang and Sennrich 2019, <a href="https://arxiv.org/abs/1910.07467">arXiv 1910.07467</a>.
 */
public final class RmsNorm implements Layer {
    private static final double EPSILON = 1e-6;

    private final Parameter weight;

    /**
     * A layer for inputs whose last axis has the given size.
     *
     * @param size the size, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public RmsNorm(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("rmsNorm: the size must be at least 1, found " + size);
        }
        this.weight = new Parameter("weight", Tensor.full(Shape.of(size), 1));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        if (x.shape().rank() == 0 || x.shape().size(-1) != weight.shape().size()) {
            throw new IllegalArgumentException("rmsNorm: the input has shape %s, but the layer is for a last axis of %d"
                    .formatted(x.shape(), weight.shape().size()));
        }
        return Normalization.rootMeanSquare(x, EPSILON).mul(weight.value());
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("weight", weight);
    }
}
