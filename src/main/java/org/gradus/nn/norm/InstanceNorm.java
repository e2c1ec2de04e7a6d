package org.gradus.nn.norm;

import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Tensor;

/**
 * Instance normalization: y = (x − μ) / √(σ² + ε) with the mean and the biased variance of each channel of each example over the axes behind
 * it. Nothing is learned or remembered, as PyTorch has it by default.
 *
 * <p>Input and output (batch, channels, …). With a learned scale and shift it is {@code new GroupNorm(channels, channels)}.
 *
 * <p>Ulyanov, Vedaldi and Lempitsky 2016, <a href="https://arxiv.org/abs/1607.08022">arXiv 1607.08022</a>.
 *
 * @param epsilon added to the variance, a finite number, at least 0
 */
public record InstanceNorm(double epsilon) implements Layer {
    /**
     * A layer with any ε.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public InstanceNorm {
        Normalization.checkEpsilon("instanceNorm", epsilon);
    }

    /** A layer with ε = 10⁻⁵. */
    public InstanceNorm() {
        this(1e-5);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        if (x.shape().rank() < 3) {
            throw new IllegalArgumentException(
                    "instanceNorm: the input has shape %s, but there is nothing to average behind its channels; it needs (batch, channels, …)"
                            .formatted(x.shape()));
        }
        return Normalization.groups(x, x.shape().size(1), epsilon);
    }
}
