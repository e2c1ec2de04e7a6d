package org.gradus.nn.loss;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * What a classifier is to say about each example of a batch: labels, if wanted softened, weighted, or left out.
 *
 * <p>Example i with label y asks for probability 1 − e + e/C of class y and e/C of the others (e = 0 without smoothing, C classes), and
 * counts with the weight of class y; an ignored example counts nothing.
 */
public final class ClassTargets {
    private final int[] labels;
    private final int ignored; // a label that is no class if none is ignored
    private final double smoothing;
    private final double[] weights;

    private ClassTargets(int[] labels, int ignored, double smoothing, double... weights) {
        this.labels = labels;
        this.ignored = ignored;
        this.smoothing = smoothing;
        this.weights = weights;
    }

    /**
     * {@return targets that ask for each example's label with probability 1}
     *
     * @param labels the right class of each example, from 0
     */
    public static ClassTargets of(int... labels) {
        return new ClassTargets(labels.clone(), -1, 0);
    }

    /**
     * {@return these targets softened: a share of the probability is spread evenly over all classes}
     *
     * <p>Szegedy, Vanhoucke, Ioffe, Shlens and Wojna 2016, <a href="https://arxiv.org/abs/1512.00567">arXiv 1512.00567</a>.
     *
     * @param share the share e, at least 0 and at most 1
     * @throws IllegalArgumentException if the share lies outside its domain
     */
    public ClassTargets smoothed(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("label smoothing: the share must be from 0 to 1, found " + share);
        }
        return new ClassTargets(labels, ignored, share, weights);
    }

    /**
     * {@return these targets with classes of different importance; the mean is then weighted too}
     *
     * @param byClass one weight per class, at least 0
     */
    public ClassTargets weighted(double... byClass) {
        return new ClassTargets(labels, ignored, smoothing, byClass.clone());
    }

    /**
     * {@return these targets without the examples that have a certain label}
     *
     * @param label the label to ignore; it need not be a class
     */
    public ClassTargets ignoring(int label) {
        return new ClassTargets(labels, label, smoothing, weights);
    }

    /** The weighted probabilities asked for, one row per example, for logits of the given shape. */
    Tensor matrix(Shape logits) {
        check(logits);
        int classes = logits.size(1);
        double[] target = new double[logits.size()];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != ignored) {
                for (int c = 0; c < classes; c++) {
                    target[i * classes + c] = smoothing / classes * weight(c);
                }
                target[i * classes + labels[i]] += (1 - smoothing) * weight(labels[i]);
            }
        }
        return Tensor.of(logits, target);
    }

    /** The sum of the examples' weights, what a mean is divided by. */
    double total() {
        return Arrays.stream(labels)
                .filter(y -> y != ignored)
                .mapToDouble(this::weight)
                .sum();
    }

    private double weight(int c) {
        return weights.length == 0 ? 1 : weights[c];
    }

    private void check(Shape logits) {
        if (logits.rank() != 2 || logits.size(0) != labels.length) {
            throw new IllegalArgumentException(
                    "crossEntropy: logits have shape %s, but there are %d labels; it needs (%d, classes)"
                            .formatted(logits, labels.length, labels.length));
        }
        int classes = logits.size(1);
        if (weights.length != 0 && weights.length != classes) {
            throw new IllegalArgumentException(
                    "crossEntropy: %d class weights were given for logits of shape %s; give one per class"
                            .formatted(weights.length, logits));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != ignored && (labels[i] < 0 || labels[i] >= classes)) {
                throw new IllegalArgumentException(
                        "crossEntropy: label %d of example %d is not a class; logits of shape %s have classes 0 to %d"
                                .formatted(labels[i], i, logits, classes - 1));
            }
        }
    }
}
