package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Buffer;
import org.gradus.nn.Named;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Means and variances per channel that follow those of the batches: running ← (1 − p) running + p · batch, starting at 0 and 1. */
final class RunningStatistics {
    private final Buffer mean;
    private final Buffer variance;
    private final double weightOfNew;

    RunningStatistics(int channels, double weightOfNew) {
        this.mean = new Buffer(Tensor.full(Shape.of(channels), 0));
        this.variance = new Buffer(Tensor.full(Shape.of(channels), 1));
        this.weightOfNew = weightOfNew;
    }

    /** Moves towards the mean and the unbiased variance of a batch, given the shape of one number per channel. */
    void follow(Tensor x, Shape perChannel) {
        double n = (double) x.shape().size() / perChannel.size();
        if (n < 2) {
            throw new IllegalArgumentException(
                    ("batchNorm: training needs at least 2 values per channel to have a variance, "
                                    + "but the input has shape %s; use a larger batch")
                            .formatted(x.shape()));
        }
        Tensor constant = x.detach();
        Tensor batchMean = constant.sumTo(perChannel).div(n);
        Tensor distance = constant.sub(batchMean);
        move(mean, batchMean);
        move(variance, distance.mul(distance).sumTo(perChannel).div(n - 1));
    }

    private void move(Buffer running, Tensor batch) {
        Tensor target = batch.reshape(running.value().shape());
        running.set(running.value().mul(1 - weightOfNew).add(target.mul(weightOfNew)));
    }

    /** (x − running mean) / √(running variance + ε). */
    Tensor standardize(Tensor x, Shape perChannel, double epsilon) {
        Tensor deviation = variance.value().add(epsilon).sqrt().reshape(perChannel);
        return x.sub(mean.value().reshape(perChannel)).div(deviation);
    }

    Map<String, Buffer> buffers() {
        return Named.of("running_mean", mean, "running_var", variance);
    }
}
