package org.gradus.nn;

import org.gradus.tensor.Shape;
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
    public static Tensor crossEntropy(Tensor logits, int[] labels) {
        Tensor target = oneHot(logits.shape(), labels);
        return Softmax.logSoftmax(logits, 1).mul(target).sum().div(-labels.length);
    }

    private static Tensor oneHot(Shape logits, int[] labels) {
        if (logits.rank() != 2 || logits.size(0) != labels.length) {
            throw new IllegalArgumentException(
                    "crossEntropy: logits have shape %s, but there are %d labels; it needs (%d, classes)"
                            .formatted(logits, labels.length, labels.length));
        }
        int classes = logits.size(1);
        double[] target = new double[logits.size()];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "crossEntropy: label %d of example %d is not a class; logits of shape %s have classes 0 to %d"
                                .formatted(labels[i], i, logits, classes - 1));
            }
            target[i * classes + labels[i]] = 1;
        }
        return Tensor.of(logits, target);
    }
}
