package org.gradus.tensor;

import org.gradus.tensor.axes.LogSumExp;

/** Softmax and its logarithm, from the one stable op log-sum-exp. */
public final class Softmax {
    private Softmax() {}

    /**
     * {@return ln Σ eˣ over one axis, which becomes 1; it does not overflow}
     *
     * @param x a tensor
     * @param axis the axis; negative counts from the end
     */
    public static Tensor logSumExp(Tensor x, int axis) {
        return Tensor.apply(new LogSumExp(x.shape().reduced(axis)), x);
    }

    /**
     * {@return ln softmax(x) = x − ln Σ eˣ, accurate also where the softmax is too small for a double}
     *
     * @param x a tensor
     * @param axis the axis over which the probabilities add up to 1; negative counts from the end
     */
    public static Tensor logSoftmax(Tensor x, int axis) {
        return x.sub(logSumExp(x, axis));
    }

    /**
     * {@return softmax(x) = eˣ / Σ eˣ}
     *
     * @param x a tensor
     * @param axis the axis over which the probabilities add up to 1; negative counts from the end
     */
    public static Tensor softmax(Tensor x, int axis) {
        return logSoftmax(x, axis).exp();
    }
}
