package org.gradus.data.synthetic;

import org.gradus.data.Dataset;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The separable problem on which adaptive methods reach training error 0 and are wrong about every new negative example.
 *
 * <p>Example i has the target y = ±1, and the features x₁ = y and x₂ = x₃ = 1. Of five more, which no other example has, the first is 1 if
 * y = 1, and all are 1 if y = −1. The rest are 0. Only x₁ tells anything about other examples. With more positive than negative ones,
 * X sign(Xᵀy) = 4y; so from 0 on, Adagrad, RMSProp and Adam with ε = 0 move along sign(Xᵀy) to sign(Xᵀy) / 4, which gives a new example
 * (y + 2) / 4, a positive number. Gradient descent goes to the solution of least norm, whose sign is right.
 *
 * <p>Wilson et al. 2017, <a href="https://arxiv.org/abs/1705.08292">The marginal value of adaptive gradient methods in machine learning</a>,
 * section 3.3.
 *
 * @param training the examples, the positive ones first: features of shape (n, 3 + 5n), targets of shape (n, 1)
 * @param fresh a new positive and a new negative example, of shapes (2, 3 + 5n) and (2, 1). Their own five features are left out: no training
 *     example has them, so their weights stay 0
 */
public record Wilson(Dataset training, Dataset fresh) {
    private static final int SHARED = 3;
    private static final int OWN = 5;

    /**
     * {@return the problem}
     *
     * @param positives how many examples have the target 1, more than negatives
     * @param negatives how many examples have the target −1, at least 1
     * @throws IllegalArgumentException if there are too few
     */
    public static Wilson of(int positives, int negatives) {
        if (negatives < 1 || positives <= negatives) {
            throw new IllegalArgumentException(
                    "wilson: needs negative examples and more positive ones, found %s positive and %s negative"
                            .formatted(positives, negatives));
        }
        int n = positives + negatives;
        int width = SHARED + OWN * n;
        double[][] x = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i < positives ? 1 : -1;
            x[i] = shared(y[i], width);
            for (int j = 0; j < (y[i] > 0 ? 1 : OWN); j++) {
                x[i][SHARED + OWN * i + j] = 1;
            }
        }
        return new Wilson(examples(x, y), examples(new double[][] {shared(1, width), shared(-1, width)}, 1, -1));
    }

    /** The features that every example has. */
    private static double[] shared(double y, int width) {
        double[] x = new double[width];
        x[0] = y;
        x[1] = 1;
        x[2] = 1;
        return x;
    }

    private static Dataset examples(double[][] x, double... y) {
        return Dataset.of(Tensor.of(x), Tensor.of(Shape.of(y.length, 1), y));
    }
}
