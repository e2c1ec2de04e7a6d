package org.gradus.nn.loss;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * What a classifier is to say about each example of a batch: labels, if wanted softened, weighted, or left out.
 *
 * <p>Example i with label y asks for probability 1 − e + e/C of class y and e/C of the others (e = 0 without smoothing, C classes), and
 * counts with the weight of class y; an ignored example counts nothing. No label is ignored unless {@link #ignoring} asks for it, where PyTorch
 * ignores −100.
 */
public final class ClassTargets {
    private final int[] labels;
    private final boolean[] ignored;
    private final double smoothing;
    private final double[] weights; // none if all classes weigh 1

    private ClassTargets(int[] labels, boolean[] ignored, double smoothing, double... weights) {
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
        return new ClassTargets(labels.clone(), new boolean[labels.length], 0);
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
     * @param byClass one weight per class, finite and at least 0
     * @throws IllegalArgumentException if there is none, or one lies outside its domain
     */
    public ClassTargets weighted(double... byClass) {
        for (int c = 0; c < byClass.length; c++) {
            if (!(byClass[c] >= 0 && byClass[c] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "class weights: that of class %s must be a finite number, at least 0, found %s"
                                .formatted(c, byClass[c]));
            }
        }
        if (byClass.length == 0) {
            throw new IllegalArgumentException("class weights: none were given; give one per class");
        }
        return new ClassTargets(labels, ignored, smoothing, byClass.clone());
    }

    /**
     * {@return these targets without the examples that have a certain label}
     *
     * @param label the label to ignore, besides those ignored already; it need not be a class
     */
    public ClassTargets ignoring(int label) {
        boolean[] changed = ignored.clone();
        for (int i = 0; i < labels.length; i++) {
            changed[i] |= labels[i] == label;
        }
        return new ClassTargets(labels, changed, smoothing, weights);
    }

    /** The weighted probabilities asked for, one row per example, for logits of the given shape. */
    Tensor matrix(Shape logits) {
        check(logits);
        int classes = logits.size(1);
        double[] target = new double[logits.size()];
        for (int i = 0; i < labels.length; i++) {
            if (!ignored[i]) {
                for (int c = 0; c < classes && smoothing > 0; c++) {
                    target[i * classes + c] = smoothing / classes * weight(c);
                }
                target[i * classes + labels[i]] += (1 - smoothing) * weight(labels[i]);
            }
        }
        return Tensor.of(logits, target);
    }

    /** The sum of the examples' weights, what a mean is divided by. */
    double total() {
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            total += ignored[i] ? 0 : weight(labels[i]);
        }
        return total;
    }

    private double weight(int c) {
        return weights.length == 0 ? 1 : weights[c];
    }

    private void check(Shape logits) {
        if (logits.rank() != 2 || logits.size(0) != labels.length) {
            throw new IllegalArgumentException(
                    "crossEntropy: logits have shape %s, but the number of labels is %s; it needs (%s, classes)"
                            .formatted(logits, labels.length, labels.length));
        }
        int classes = logits.size(1);
        if (weights.length != 0 && weights.length != classes) {
            throw new IllegalArgumentException(
                    "crossEntropy: %s class weights were given for logits of shape %s; give one per class"
                            .formatted(weights.length, logits));
        }
        for (int i = 0; i < labels.length; i++) {
            if (!ignored[i] && (labels[i] < 0 || labels[i] >= classes)) {
                throw new IllegalArgumentException(
                        ("crossEntropy: label %s of example %s is not a class; logits of shape %s have classes 0 to %s; "
                                        + "to leave such examples out, say ClassTargets.of(labels).ignoring(%s)")
                                .formatted(labels[i], i, logits, classes - 1, labels[i]));
            }
        }
    }

    /** How many labels there are and what is asked for beyond them, as in {@code 64 labels, 3 of them ignored, smoothed by 0.1}. */
    @Override
    public String toString() {
        long left = IntStream.range(0, ignored.length).filter(i -> ignored[i]).count();
        return labels.length + " labels"
                + (left == 0 ? "" : ", " + left + " of them ignored")
                + (smoothing == 0 ? "" : ", smoothed by " + smoothing)
                + (weights.length == 0 ? "" : ", class weights " + Arrays.toString(weights));
    }
}
