package org.gradus.nn.loss;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.softmax.CrossEntropy;

/**
 * What a network is to make small: the mean over a batch, or, where a {@link Reduction} asks for it, the sum or each loss by itself.
 *
 * <p>Predictions and targets have one shape; nothing is broadcast. The losses of single numbers are those of {@link Deviations}.
 */
public final class Losses {
    private Losses() {}

    /**
     * {@return the mean of −ln softmax(logits)[label], the cross-entropy of a classifier}
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
        return crossEntropy(logits, targets, Reduction.MEAN);
    }

    /**
     * {@return −Σ p ln softmax(logits) of each example, with the probabilities p its target asks for, times its weight: the mean over the
     * weights, the sum, or a vector of shape (batch), in which ignored examples are 0}
     *
     * <p>Neither large logits nor improbable classes overflow. A logit of −∞ rules its class out, which costs nothing unless the class is asked
     * for; a single logit of ∞ makes its class certain, where PyTorch has NaN. Logits of ignored examples may be anything.
     *
     * @param logits one row of unnormalized log-probabilities per example, of shape (batch, classes)
     * @param targets what is asked for
     * @param reduction what becomes of the examples' losses
     * @throws IllegalArgumentException if the shapes do not fit, or a label is not a class
     */
    public static Tensor crossEntropy(Tensor logits, ClassTargets targets, Reduction reduction) {
        return reduction.of(byRow(logits, targets.matrix(logits.shape())), targets.total());
    }

    /**
     * {@return the mean of −Σ p ln softmax(logits) over the rows, the cross-entropy from probabilities}
     *
     * @param logits one row of unnormalized log-probabilities per example, of shape (batch, classes)
     * @param p the probabilities asked for, of the same shape
     * @throws IllegalArgumentException if the shapes differ, or are not those of a matrix
     */
    public static Tensor crossEntropy(Tensor logits, Tensor p) {
        return crossEntropy(logits, p, Reduction.MEAN);
    }

    /**
     * {@return −Σ p ln softmax(logits) of each row, the cross-entropy from probabilities: mean, sum, or a vector of shape (batch)}
     *
     * @param logits one row of unnormalized log-probabilities per example, of shape (batch, classes)
     * @param p the probabilities asked for, of the same shape
     * @param reduction what becomes of the examples' losses
     * @throws IllegalArgumentException if the shapes differ, or are not those of a matrix
     */
    public static Tensor crossEntropy(Tensor logits, Tensor p, Reduction reduction) {
        if (logits.shape().rank() != 2 || !logits.shape().equals(p.shape())) {
            throw new IllegalArgumentException(
                    "crossEntropy: logits have shape %s and probabilities %s; both need (batch, classes)"
                            .formatted(logits.shape(), p.shape()));
        }
        return reduction.of(byRow(logits, p));
    }

    private static Tensor byRow(Tensor logits, Tensor p) {
        return Tensor.apply(new CrossEntropy(), logits, p)
                .reshape(Shape.of(logits.shape().size(0)));
    }

    /**
     * {@return the mean of (x − y)²}
     *
     * @param x the predictions
     * @param y the targets, of the same shape
     */
    public static Tensor meanSquaredError(Tensor x, Tensor y) {
        return squaredError(x, y, Reduction.MEAN);
    }

    /**
     * {@return (x − y)²: mean, sum, or each}
     *
     * @param x the predictions
     * @param y the targets, of the same shape
     * @param reduction what becomes of the losses
     */
    public static Tensor squaredError(Tensor x, Tensor y, Reduction reduction) {
        return reduction.of(Deviations.squared(x, y));
    }

    /**
     * {@return the mean of |x − y|}
     *
     * @param x the predictions
     * @param y the targets, of the same shape
     */
    public static Tensor meanAbsoluteError(Tensor x, Tensor y) {
        return absoluteError(x, y, Reduction.MEAN);
    }

    /**
     * {@return |x − y|: mean, sum, or each}
     *
     * @param x the predictions
     * @param y the targets, of the same shape
     * @param reduction what becomes of the losses
     */
    public static Tensor absoluteError(Tensor x, Tensor y, Reduction reduction) {
        return reduction.of(Deviations.absolute(x, y));
    }

    /**
     * {@return the mean of {@link Deviations#huber}}
     *
     * @param x the predictions
     * @param y the targets, of the same shape
     * @param delta where squared turns into absolute, a positive number
     */
    public static Tensor huber(Tensor x, Tensor y, double delta) {
        return huber(x, y, delta, Reduction.MEAN);
    }

    /**
     * {@return {@link Deviations#huber}: mean, sum, or each}
     *
     * @param x the predictions
     * @param y the targets, of the same shape
     * @param delta where squared turns into absolute, a positive number
     * @param reduction what becomes of the losses
     */
    public static Tensor huber(Tensor x, Tensor y, double delta, Reduction reduction) {
        return reduction.of(Deviations.huber(x, y, delta));
    }

    /**
     * {@return the mean of {@link Deviations#hinge}}
     *
     * @param x the scores
     * @param y the targets, −1 or 1, of the same shape
     */
    public static Tensor hinge(Tensor x, Tensor y) {
        return hinge(x, y, Reduction.MEAN);
    }

    /**
     * {@return {@link Deviations#hinge}: mean, sum, or each}
     *
     * @param x the scores
     * @param y the targets, −1 or 1, of the same shape
     * @param reduction what becomes of the losses
     */
    public static Tensor hinge(Tensor x, Tensor y, Reduction reduction) {
        return reduction.of(Deviations.hinge(x, y));
    }

    /**
     * {@return the mean of {@link Deviations#binaryCrossEntropy(Tensor, Tensor)}}
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1, of the same shape
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p) {
        return binaryCrossEntropy(x, p, Reduction.MEAN);
    }

    /**
     * {@return {@link Deviations#binaryCrossEntropy(Tensor, Tensor)}: mean, sum, or each}
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1, of the same shape
     * @param reduction what becomes of the losses
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p, Reduction reduction) {
        return reduction.of(Deviations.binaryCrossEntropy(x, p));
    }

    /**
     * {@return the mean over the batch of the Kullback-Leibler divergence of q from p, Σ q (ln q − ln p) over the last axis}
     *
     * <p>PyTorch calls this mean {@code batchmean}; its default divides by the number of classes too.
     *
     * @param logP the logarithms of the predicted probabilities, of shape (batch, …, classes)
     * @param q the probabilities asked for, of the same shape
     */
    public static Tensor kullbackLeibler(Tensor logP, Tensor q) {
        return kullbackLeibler(logP, q, Reduction.MEAN);
    }

    /**
     * {@return the Kullback-Leibler divergences of q from p, each a sum over the last axis: mean, sum, or each}
     *
     * @param logP the logarithms of the predicted probabilities, of shape (…, classes)
     * @param q the probabilities asked for, of the same shape
     * @param reduction what becomes of the divergences
     */
    public static Tensor kullbackLeibler(Tensor logP, Tensor q, Reduction reduction) {
        return reduction.of(Deviations.kullbackLeibler(logP, q).sum(-1));
    }
}
