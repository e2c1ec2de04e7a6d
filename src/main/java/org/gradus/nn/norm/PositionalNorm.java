package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Positional normalization: each position of each example is standardized over its channels, (x − μ) / √(σ² + ε); then y = x̂ · w + b per channel.
 *
 * <p>Input and output (batch, channels, …). Without axes behind the channels it is layer normalization. ε = 10⁻⁵ unless another is asked for.
 *
 * <p>Li, Wu, Weinberger and Belongie 2019, <a href="https://arxiv.org/abs/1907.04312">arXiv 1907.04312</a>. <b>Differs from the paper in</b>
 * that the moments it takes out are not handed on to a later layer.
 */
public final class PositionalNorm implements Layer {
    private static final int CHANNELS = 1;

    private final ScaleShift scaleShift;
    private final double epsilon;

    private PositionalNorm(ScaleShift scaleShift, double epsilon) {
        this.scaleShift = scaleShift;
        this.epsilon = Normalization.checkEpsilon("positionalNorm", epsilon);
    }

    /**
     * A layer for the given number of channels.
     *
     * @param channels the size of axis 1, at least 1
     * @throws IllegalArgumentException if there are none
     */
    public PositionalNorm(int channels) {
        this(ScaleShift.of(Shape.of(channels)), 1e-5);
    }

    /**
     * {@return a new layer like this one as it was made, with another ε}
     *
     * @param newEpsilon added to the variance, a finite number, at least 0
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public PositionalNorm withEpsilon(double newEpsilon) {
        return new PositionalNorm(scaleShift.again(), newEpsilon);
    }

    /** {@return a new layer like this one as it was made, that learns nothing: without w and b} */
    public PositionalNorm withoutWeightAndBias() {
        return new PositionalNorm(ScaleShift.none(scaleShift.shape()), epsilon);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Shape perChannel = scaleShift.perChannel("positionalNorm", x);
        return scaleShift.apply(Normalization.standardize(x, epsilon, CHANNELS), perChannel);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return scaleShift.parameters();
    }

    /** The layer and its channels, as in {@code PositionalNorm(64)}. */
    @Override
    public String toString() {
        return "PositionalNorm(" + scaleShift.shape().size() + ")";
    }
}
