package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Buffer;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Batch normalization: y = (x − μ) / √(σ² + ε) · w + b, per channel (axis 1), with ε = 10⁻⁵ unless another is asked for.
 *
 * <p>Input and output (batch, channels, …). In training μ and σ² are the mean and the biased variance over the batch and all axes behind the
 * channels, and the running statistics move towards them, with the <em>unbiased</em> variance; in evaluation μ and σ² are the running
 * statistics, which start at 0 and 1.
 *
 * <p>Ioffe and Szegedy 2015, <a href="https://arxiv.org/abs/1502.03167">arXiv 1502.03167</a>. As in PyTorch, the momentum p is the weight of
 * the new: running ← (1 − p) running + p · batch, p = 0.1. The paper, the lecture and Keras write it as the weight of the old.
 */
public final class BatchNorm implements Layer {
    private final ScaleShift scaleShift;
    private final RunningStatistics running;
    private final double epsilon;

    private BatchNorm(RunningStatistics running, ScaleShift scaleShift, double epsilon) {
        this.running = running;
        this.scaleShift = scaleShift;
        this.epsilon = Normalization.checkEpsilon("batchNorm", epsilon);
    }

    private BatchNorm(int channels, double weightOfNew) {
        this(new RunningStatistics(channels, weightOfNew), ScaleShift.of(Shape.of(channels)), 1e-5);
    }

    /**
     * A layer whose running statistics move a tenth of the way to each batch's.
     *
     * @param channels the size of axis 1, at least 1, or it is refused
     */
    public BatchNorm(int channels) {
        this(channels, 0.1);
    }

    /**
     * {@return a layer in PyTorch's convention: running ← (1 − p) running + p · batch}
     *
     * @param channels the size of axis 1, at least 1
     * @param p the weight of the new, from 0 to 1
     */
    public static BatchNorm withWeightOfNew(int channels, double p) {
        return new BatchNorm(channels, p);
    }

    /**
     * {@return a layer in the convention of the paper, the lecture and Keras: running ← p · running + (1 − p) batch}
     *
     * @param channels the size of axis 1, at least 1
     * @param p the weight of the old, from 0 to 1
     */
    public static BatchNorm withWeightOfOld(int channels, double p) {
        return new BatchNorm(channels, 1 - p);
    }

    /**
     * {@return a new layer like this one as it was made, with another ε}
     *
     * @param newEpsilon added to the variance, a finite number, at least 0
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public BatchNorm withEpsilon(double newEpsilon) {
        return new BatchNorm(running.again(), scaleShift.again(), newEpsilon);
    }

    /** {@return a new layer like this one as it was made, that learns nothing: without w and b} */
    public BatchNorm withoutWeightAndBias() {
        return new BatchNorm(running.again(), ScaleShift.none(scaleShift.shape()), epsilon);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Shape each = scaleShift.perChannel("batchNorm", x);
        return running.normalize(x, each, epsilon, scaleShift, mode);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return scaleShift.parameters();
    }

    @Override
    public Map<String, Buffer> buffers() {
        return running.buffers();
    }

    @Override
    public String toString() {
        return "BatchNorm(" + scaleShift.shape().size() + ")";
    }
}
