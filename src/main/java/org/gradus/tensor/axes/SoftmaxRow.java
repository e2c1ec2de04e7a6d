package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Exponential;
import org.gradus.tensor.elementwise.Logarithm;

/**
 * One row of logits z, n numbers from some place on, and what softmax and cross-entropy make of it: from e^(z − m) with the maximum m, so that
 * nothing overflows.
 *
 * <p>A limit is taken where there is one: of a single ∞ the exponential is 1 and that of all other numbers 0. Where there is none, of
 * several ∞ or of nothing but −∞, and of NaN, the sum is NaN; a row of one number has always the sum 1, unless that is NaN.
 */
final class SoftmaxRow {
    private SoftmaxRow() {}

    /** −Σ t ln softmax(z), in which what has no weight adds 0. */
    static double crossEntropy(double[] z, double[] t, int start, int n, double[] scratch) {
        double max = max(z, start, n);
        double logSum = Logarithm.log(exponentials(z, start, n, max, scratch, 0));
        double sum = 0;
        for (int c = start; c < start + n; c++) {
            sum += t[c] == 0 ? 0 : t[c] * (logSum - belowMax(z[c], max));
        }
        return sum;
    }

    /** Fills the row of y with a · softmax(z), which is 0 for a = 0. */
    static void softmax(double[] z, double a, int start, int n, double[] y) {
        if (a != 0) {
            double sum = exponentials(z, start, n, max(z, start, n), y, start);
            for (int c = start; c < start + n; c++) {
                y[c] = a * (y[c] / sum);
            }
        }
    }

    /** Fills y, which is 0, row by row: {@link #slope}. */
    static void slopes(double[] z, double[] t, double[] a, int n, double[] y) {
        for (int i = 0; i < a.length; i++) {
            slope(z, t, a[i], i * n, n, y);
        }
    }

    /** Fills y, which is 0, row by row: {@link #turn}. */
    static void turned(double[] z, double[] a, double[] u, int n, double[] y) {
        for (int i = 0; i < a.length; i++) {
            turn(z, a[i], u, i * n, n, y);
        }
    }

    /** Fills the row of y, which is 0, with a (Σ t · softmax(z) − t), in which what has no weight adds 0. */
    private static void slope(double[] z, double[] t, double a, int start, int n, double[] y) {
        double asked = 0;
        for (int c = start; c < start + n; c++) {
            asked += t[c];
        }
        softmax(z, asked == 0 ? 0 : a * asked, start, n, y);
        for (int c = start; c < start + n; c++) {
            y[c] -= t[c] == 0 ? 0 : a * t[c];
        }
    }

    /** Fills the row of y with a s (u − Σ s u) for s = softmax(z), which is 0 for a = 0. */
    private static void turn(double[] z, double a, double[] u, int start, int n, double[] y) {
        if (a != 0) {
            softmax(z, 1, start, n, y);
            double mean = 0;
            for (int c = start; c < start + n; c++) {
                mean += y[c] * u[c];
            }
            for (int c = start; c < start + n; c++) {
                y[c] *= a * (u[c] - mean);
            }
        }
    }

    /** The largest number, −∞ of none; NaN wins over numbers. */
    private static double max(double[] z, int start, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = start; c < start + n; c++) {
            max = Math.max(max, z[c]);
        }
        return max;
    }

    /** z − m, which is 0 at the maximum also where that is infinite. */
    private static double belowMax(double z, double max) {
        return z == max ? 0 : z - max;
    }

    /** The sum of the exponentials, which are put into a target from some place on. */
    private static double exponentials(double[] z, int start, int n, double max, double[] target, int place) {
        double sum = 0;
        for (int c = 0; c < n; c++) {
            target[place + c] = Exponential.exp(belowMax(z[start + c], max));
            sum += target[place + c];
        }
        return Double.isInfinite(max) && sum > 1 ? Double.NaN : sum;
    }

    /** u less its mean under the softmax of its row: u − Σ s u. */
    static Tensor centered(Tensor z, Tensor u) {
        Shape rows = z.shape().reduced(-1);
        Tensor softmax = Tensor.apply(new ScaledSoftmax(), z, Tensor.full(rows, 1));
        return u.sub(softmax.mul(u).sumTo(rows));
    }

    /** Refuses logits and targets that are not rows of the same shape, which it returns. */
    static Shape check(Op op, Shape logits, Shape targets) {
        if (logits.rank() == 0 || !logits.equals(targets)) {
            throw new IllegalArgumentException("%s: logits %s and targets %s must have one shape (…, classes)"
                    .formatted(op.name(), logits, targets));
        }
        return logits;
    }

    /** Refuses what is not one factor per row of logits, whose shape it returns. */
    static Shape checkFactors(Op op, Shape logits, Shape factors) {
        if (logits.rank() == 0 || !factors.equals(logits.reduced(-1))) {
            throw new IllegalArgumentException("%s: logits %s and factors %s must have shapes (…, classes) and (…, 1)"
                    .formatted(op.name(), logits, factors));
        }
        return logits;
    }
}
