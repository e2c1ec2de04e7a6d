package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.ScaleBy;

/**
 * Root mean square normalization: y = x / √(mean of x² + ε) · w over the last axis; no mean is subtracted and no bias added.
 *
 * <p>Input and output (…, size). ε = 10⁻⁶, as large language models have it, unless another is asked for; the paper has none.
 *
 * <p>Zhang and Sennrich 2019, <a href="https://arxiv.org/abs/1910.07467">arXiv 1910.07467</a>.
 */
public final class RmsNorm implements Layer {
    private final int size;
    private final Map<String, Parameter> parameters;
    private final double epsilon;

    private RmsNorm(int size, Map<String, Parameter> parameters, double epsilon) {
        if (size < 1) {
            throw new IllegalArgumentException("rmsNorm: the size must be at least 1, found " + size);
        }
        this.size = size;
        this.parameters = parameters;
        this.epsilon = Normalization.checkEpsilon("rmsNorm", epsilon);
    }

    /**
     * A layer for inputs whose last axis has the given size.
     *
     * @param size the size, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public RmsNorm(int size) {
        this(size, weight(size), 1e-6);
    }

    private static Map<String, Parameter> weight(int size) {
        return Map.of("weight", new Parameter("weight", Tensor.full(Shape.of(Math.max(size, 0)), 1)));
    }

    /**
     * {@return a new layer like this one as it was made, with another ε}
     *
     * @param newEpsilon added to the mean square, a finite number, at least 0
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public RmsNorm withEpsilon(double newEpsilon) {
        return new RmsNorm(size, parameters.isEmpty() ? parameters : weight(size), newEpsilon);
    }

    /** {@return a new layer like this one as it was made, that learns nothing: without w} */
    public RmsNorm withoutWeight() {
        return new RmsNorm(size, Map.of(), epsilon);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        if (x.shape().rank() == 0 || x.shape().size(-1) != size) {
            throw new IllegalArgumentException("rmsNorm: the input has shape %s, but the layer is for a last axis of %s"
                    .formatted(x.shape(), size));
        }
        Tensor standard = Normalization.rootMeanSquare(x, epsilon);
        return parameters.isEmpty()
                ? standard
                : Tensor.apply(new ScaleBy(), standard, parameters.get("weight").value());
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** The layer and its size, as in {@code RmsNorm(64)}. */
    @Override
    public String toString() {
        return "RmsNorm(" + size + ")";
    }
}
