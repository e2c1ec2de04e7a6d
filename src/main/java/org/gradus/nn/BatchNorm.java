package org.gradus.nn;

import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.Standardize;

/**
 * Batch normalization: y = (x − μ) / √(σ² + ε) · w + b, per channel (axis 1).
 *
 * <p>Input and output (batch, channels, …). In training μ and σ² are the mean and the biased variance over the batch and all axes behind the
 * channels, and the running statistics move towards them: running ← (1 − p) running + p · batch, with p = 0.1 and the <em>unbiased</em>
 * variance, as PyTorch does. In evaluation μ and σ² are the running statistics. Weight and running variance start at 1, bias and running
 * mean at 0.
 *
 * <p>Ioffe and Szegedy 2015, <a href="https://arxiv.org/abs/1502.03167">arXiv 1502.03167</a>. Differs from the lecture: there p is the
 * weight of the old value.
 */
public final class BatchNorm implements Layer {
    private static final double EPSILON = 1e-5;
    private static final double P = 0.1;

    private final Parameter weight;
    private final Parameter bias;
    private final Buffer runningMean;
    private final Buffer runningVariance;

    /**
     * A layer with as many channels as axis 1 is long.
     *
     * @param channels how many, at least 1
     * @throws IllegalArgumentException if there are none
     */
    public BatchNorm(int channels) {
        if (channels < 1) {
            throw new IllegalArgumentException("batchNorm: needs at least 1 channel, found " + channels);
        }
        this.weight = new Parameter("weight", Tensor.full(Shape.of(channels), 1));
        this.bias = new Parameter("bias", Tensor.full(Shape.of(channels), 0));
        this.runningMean = new Buffer(Tensor.full(Shape.of(channels), 0));
        this.runningVariance = new Buffer(Tensor.full(Shape.of(channels), 1));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Shape perChannel = perChannel(x.shape());
        Tensor y = mode == Mode.TRAINING ? byBatch(x, perChannel) : byRunningStatistics(x, perChannel);
        return y.mul(weight.value().reshape(perChannel)).add(bias.value().reshape(perChannel));
    }

    private Tensor byBatch(Tensor x, Shape perChannel) {
        double n = (double) x.shape().size() / perChannel.size();
        if (n < 2) {
            throw new IllegalArgumentException(
                    ("batchNorm: training needs at least 2 values per channel to have a variance, "
                                    + "but the input has shape %s; use a larger batch")
                            .formatted(x.shape()));
        }
        Tensor constant = x.detach();
        Tensor mean = constant.sumTo(perChannel).div(n);
        Tensor centered = constant.sub(mean);
        remember(runningMean, mean);
        remember(runningVariance, centered.mul(centered).sumTo(perChannel).div(n - 1));
        return Tensor.apply(new Standardize(perChannel, EPSILON), x);
    }

    private Tensor byRunningStatistics(Tensor x, Shape perChannel) {
        Tensor deviation = runningVariance.value().add(EPSILON).sqrt().reshape(perChannel);
        return x.sub(runningMean.value().reshape(perChannel)).div(deviation);
    }

    private static void remember(Buffer running, Tensor batch) {
        Tensor value = batch.reshape(running.value().shape());
        running.set(running.value().mul(1 - P).add(value.mul(P)));
    }

    /** The shape of one number per channel that broadcasts to the input's; refuses inputs it cannot normalize. */
    private Shape perChannel(Shape x) {
        int channels = weight.shape().size();
        if (x.rank() < 2 || x.size(1) != channels) {
            throw new IllegalArgumentException(
                    "batchNorm: the input has shape %s, but the layer has %d channels; it needs (batch, %d, …)"
                            .formatted(x, channels, channels));
        }
        return x.reduced(IntStream.range(0, x.rank()).filter(axis -> axis != 1).toArray());
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Named.of("weight", weight, "bias", bias);
    }

    @Override
    public Map<String, Buffer> buffers() {
        return Named.of("running_mean", runningMean, "running_var", runningVariance);
    }
}
