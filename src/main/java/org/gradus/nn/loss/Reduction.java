package org.gradus.nn.loss;

import org.gradus.tensor.Tensor;

/** What becomes of the losses of many examples, or of many numbers. */
public enum Reduction {
    /** Their mean, a scalar; NaN of none. Where examples have weights, the mean is weighted. */
    MEAN,
    /** Their sum, a scalar; 0 of none. */
    SUM,
    /** Each of them, in a tensor. */
    NONE;

    /** The losses reduced; a mean is their sum over a total weight. */
    Tensor of(Tensor losses, double total) {
        return switch (this) {
            case MEAN -> losses.sum().div(total);
            case SUM -> losses.sum();
            case NONE -> losses;
        };
    }

    /** The losses reduced, if all count the same. */
    Tensor of(Tensor losses) {
        return of(losses, losses.shape().size());
    }
}
