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
 * <p>Input and output (batch, …, shape); w and b have the shape. ε = 10⁻⁵ as in PyTorch. It does the same in training and evaluation.
 *
 * <p>Ba, Kiros and Hinton 2016, <a href="https://arxiv.org/abs/1607.06450">arXiv 1607.06450</a>; the paper has no ε.
 */
public final class LayerNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final ScaleShift scaleShift;

    /**
     * A layer for inputs that end in the given axes.
     *
     * @param shape the sizes of the last axes, one at least
     * @throws IllegalArgumentException if there are none
     */
    public LayerNorm(int... shape) {
        if (shape.length == 0) {
            throw new IllegalArgumentException("layerNorm: needs the size of at least one axis, found none");
        }
        this.scaleShift = new ScaleShift(Shape.of(shape));
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
        return scaleShift.apply(Normalization.standardize(x, EPSILON, last), shape);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return scaleShift.parameters();
    }
}
