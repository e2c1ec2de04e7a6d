package org.gradus.nn.norm;

import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Layer normalization: y = (x − μ) / √(σ² + ε) · w + b with the mean and the biased variance of each example over its last axes.
 *
 * <p>Input and output (batch, …, shape); w and b have the shape. ε = 10⁻⁵ as in PyTorch, unless another is asked for. It does the same in training and evaluation.
 *
 * <p>Ba, Kiros and Hinton 2016, <a href="https://arxiv.org/abs/1607.06450">arXiv 1607.06450</a>; the paper has no ε.
 */
public final class LayerNorm implements Layer {
    private final ScaleShift scaleShift;
    private final double epsilon;

    private LayerNorm(ScaleShift scaleShift, double epsilon) {
        this.scaleShift = scaleShift;
        this.epsilon = Normalization.checkEpsilon("layerNorm", epsilon);
    }

    /**
     * A layer for inputs that end in the given axes.
     *
     * @param shape the sizes of the last axes, one at least
     * @throws IllegalArgumentException if there are none
     */
    public LayerNorm(int... shape) {
        this(ScaleShift.of(checked(shape)), 1e-5);
    }

    private static Shape checked(int... shape) {
        if (shape.length == 0) {
            throw new IllegalArgumentException("layerNorm: needs the size of at least one axis, found none");
        }
        return Shape.of(shape);
    }

    /**
     * {@return a new layer like this one as it was made, with another ε}
     *
     * @param newEpsilon added to the variance, a finite number, at least 0
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public LayerNorm withEpsilon(double newEpsilon) {
        return new LayerNorm(scaleShift.again(), newEpsilon);
    }

    /** {@return a new layer like this one as it was made, that learns nothing: without w and b} */
    public LayerNorm withoutWeightAndBias() {
        return new LayerNorm(ScaleShift.none(scaleShift.shape()), epsilon);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Shape shape = scaleShift.shape();
        int[] last = IntStream.rangeClosed(1, shape.rank()).map(i -> -i).toArray();
        boolean fits = x.shape().rank() >= shape.rank();
        for (int axis : last) {
            fits = fits && x.shape().size(axis) == shape.size(axis);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "layerNorm: the input has shape %s, which does not end in %s; its last axes must be those of the layer"
                            .formatted(x.shape(), shape));
        }
        return scaleShift.apply(Normalization.standardize(x, epsilon, last), shape);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return scaleShift.parameters();
    }

    /** The layer and its axes, as in {@code LayerNorm(64)}. */
    @Override
    public String toString() {
        return "LayerNorm" + scaleShift.shape();
    }
}
