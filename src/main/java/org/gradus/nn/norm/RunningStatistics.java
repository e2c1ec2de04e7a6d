package org.gradus.nn.norm;

import java.util.Arrays;
import java.util.Map;
import org.gradus.nn.Buffer;
import org.gradus.nn.Mode;
import org.gradus.nn.Named;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.MeanVariance;

/** Means and variances per channel that follow those of the batches: running ← (1 − p) running + p · batch, starting at 0 and 1. */
final class RunningStatistics {
    private final Buffer mean;
    private final Buffer variance;
    private final double weightOfNew;

    RunningStatistics(int channels, double weightOfNew) {
        if (channels < 1 || !(weightOfNew >= 0 && weightOfNew <= 1)) {
            throw new IllegalArgumentException(
                    "batchNorm: needs at least 1 channel and a momentum from 0 to 1, found %s and %s"
                            .formatted(channels, weightOfNew));
        }
        this.mean = new Buffer(Tensor.full(Shape.of(channels), 0));
        this.variance = new Buffer(Tensor.full(Shape.of(channels), 1));
        this.weightOfNew = weightOfNew;
    }

    /** The same, as they were at the start. */
    RunningStatistics again() {
        return new RunningStatistics(mean.value().shape().size(), weightOfNew);
    }

    /** Moves towards the mean and the unbiased variance of a batch, given the shape of one number per channel. */
    private void follow(Tensor x, Shape perChannel) {
        int channels = perChannel.size();
        double n = (double) x.shape().size() / channels;
        if (n < 2) {
            throw new IllegalArgumentException(
                    ("batchNorm: training needs at least 2 values per channel to have a variance, "
                                    + "but the input has shape %s; use a larger batch")
                            .formatted(x.shape()));
        }
        double[] batch = Tensor.apply(new MeanVariance(perChannel), x.detach()).toArray();
        move(mean, Arrays.copyOf(batch, channels), 1);
        move(variance, Arrays.copyOfRange(batch, channels, 2 * channels), n / (n - 1));
    }

    private void move(Buffer running, double[] batch, double correction) {
        double[] moved = running.value().toArray();
        for (int c = 0; c < moved.length; c++) {
            moved[c] = (1 - weightOfNew) * moved[c] + weightOfNew * (batch[c] * correction);
        }
        running.set(Tensor.of(running.value().shape(), moved));
    }

    /** (x − μ) / √(σ² + ε) · w + b: in evaluation with these as μ and σ²; in training with the batch's, which these follow. */
    Tensor normalize(Tensor x, Shape perChannel, double epsilon, ScaleShift scaleShift, Mode mode) {
        if (mode == Mode.TRAINING) {
            follow(x, perChannel);
            return scaleShift.standardized(x, perChannel, epsilon);
        }
        Tensor deviation = variance.value().add(epsilon).sqrt().reshape(perChannel);
        Tensor standardized = x.sub(mean.value().reshape(perChannel)).div(deviation);
        return scaleShift.apply(standardized, perChannel);
    }

    Map<String, Buffer> buffers() {
        return Named.of("running_mean", mean, "running_var", variance);
    }
}
