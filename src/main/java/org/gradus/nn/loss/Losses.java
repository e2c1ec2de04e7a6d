package org.gradus.nn.loss;

import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;

/** Scalars to minimize, each the mean over a batch. */
public final class Losses {
    private Losses() {}

    /**
     * {@return the mean of −ln softmax(logits)[label], the cross-entropy of a classifier}
     *
     * <p>Computed from log-sum-exp, so neither large logits nor improbable classes overflow.
     *
     * @param logits one row of unnormalized log-probabilities per example, of shape (batch, classes)
     * @param labels the right class of each example, from 0
     * @throws IllegalArgumentException if the shapes do not fit, or a label is not a class
     */
    public static Tensor crossEntropy(Tensor logits, int... labels) {
        return crossEntropy(logits, ClassTargets.of(labels));
    }

    /**
     * {@return the cross-entropy of a classifier whose targets may be softened, weighted or left out; a mean weighted by the examples'
     * weights, NaN if they add up to 0}
     *
     * @param logits one row of unnormalized log-probabilities per example, of shape (batch, classes)
     * @param targets what is asked for
     * @throws IllegalArgumentException if the shapes do not fit, or a label is not a class
     */
    public static Tensor crossEntropy(Tensor logits, ClassTargets targets) {
        Tensor matrix = targets.matrix(logits.shape());
        return Softmax.logSoftmax(logits, 1).mul(matrix).sum().div(-targets.total());
    }

    /**
     * {@return the mean of −Σ p ln softmax(logits) over the rows, the cross-entropy from probabilities}
     *
     * @param logits one row of unnormalized log-probabilities per example, of shape (batch, classes)
     * @param p the probabilities asked for, of the same shape
     * @throws IllegalArgumentException if the shapes differ, or are not those of a matrix
     */
    public static Tensor crossEntropy(Tensor logits, Tensor p) {
        if (logits.shape().rank() != 2 || !logits.shape().equals(p.shape())) {
            throw new IllegalArgumentException(
                    "crossEntropy: logits have shape %s and probabilities %s; both need (batch, classes)"
                            .formatted(logits.shape(), p.shape()));
        }
        return Softmax.logSoftmax(logits, 1).mul(p).sum().div(-logits.shape().size(0));
    }

    /**
     * {@return the mean of (x − y)²}
     *
     * @param x the predictions
     * @param y the targets
     */
    public static Tensor meanSquaredError(Tensor x, Tensor y) {
        return Deviations.squared(x, y).mean();
    }

    /**
     * {@return the mean of |x − y|}
     *
     * @param x the predictions
     * @param y the targets
     */
    public static Tensor meanAbsoluteError(Tensor x, Tensor y) {
        return Deviations.absolute(x, y).mean();
    }

    /**
     * {@return the mean of {@link Deviations#huber}}
     *
     * @param x the predictions
     * @param y the targets
     * @param delta where squared turns into absolute, a positive number
     */
    public static Tensor huber(Tensor x, Tensor y, double delta) {
        return Deviations.huber(x, y, delta).mean();
    }

    /**
     * {@return the mean of {@link Deviations#hinge}}
     *
     * @param x the scores
     * @param y the targets, −1 or 1
     */
    public static Tensor hinge(Tensor x, Tensor y) {
        return Deviations.hinge(x, y).mean();
    }

    /**
     * {@return the mean of {@link Deviations#binaryCrossEntropy(Tensor, Tensor)}}
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p) {
        return Deviations.binaryCrossEntropy(x, p).mean();
    }
}
