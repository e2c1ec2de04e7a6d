package org.gradus.tensor.softmax;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Exponential;
import org.gradus.tensor.elementwise.Logarithm;

/**
 * Rows of n logits z each, and what softmax and cross-entropy make of them: from e^(z − m) with the maximum m of the row, so that nothing
 * overflows.
 *
 * <p>A limit is taken where there is one: of a single ∞ the exponential is 1 and that of all other numbers 0. Where there is none, of
 * several ∞ or of nothing but −∞, and of NaN, the sum is NaN; a row of one number has always the sum 1, unless that is NaN.
 */
final class SoftmaxRow {
    private SoftmaxRow() {}

    /** Fills y, one number per row, with −Σ t ln softmax(z), in which what has no weight adds 0. */
    static void crossEntropies(double[] z, double[] t, int n, double[] y) {
        double[] max = maxima(z, y.length, n);
        double[] sums = exponentials(z, max, n, new double[z.length]);
        for (int i = 0; i < y.length; i++) {
            double logSum = Logarithm.log(sums[i]);
            for (int c = i * n; c < (i + 1) * n; c++) {
                y[i] += t[c] == 0 ? 0 : t[c] * (logSum - belowMax(z[c], max[i]));
            }
        }
    }

    /** Fills y row by row with a · softmax(z), which is 0 for a = 0. */
    static void softmaxes(double[] z, double[] a, int n, double[] y) {
        double[] sums = exponentials(z, maxima(z, a.length, n), n, y);
        for (int i = 0; i < a.length; i++) {
            for (int c = i * n; c < (i + 1) * n; c++) {
                y[c] = a[i] == 0 ? 0 : a[i] * (y[c] / sums[i]);
            }
        }
    }

    /** Fills y row by row with a (Σ t · softmax(z) − t), in which what has no weight adds 0. */
    static void slopes(double[] z, double[] t, double[] a, int n, double[] y) {
        double[] asked = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int c = i * n; c < (i + 1) * n; c++) {
                asked[i] += t[c];
            }
            asked[i] = asked[i] == 0 ? 0 : a[i] * asked[i];
        }
        softmaxes(z, asked, n, y);
        for (int i = 0; i < a.length; i++) {
            for (int c = i * n; c < (i + 1) * n; c++) {
                y[c] -= t[c] == 0 ? 0 : a[i] * t[c];
            }
        }
    }

    /** Fills y row by row with a s (u − Σ s u) for s = softmax(z), which is 0 for a = 0. */
    static void turned(double[] z, double[] a, double[] u, int n, double[] y) {
        double[] ones = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            ones[i] = a[i] == 0 ? 0 : 1;
        }
        softmaxes(z, ones, n, y);
        for (int i = 0; i < a.length; i++) {
            double mean = 0;
            for (int c = i * n; c < (i + 1) * n && a[i] != 0; c++) {
                mean += y[c] * u[c];
            }
            for (int c = i * n; c < (i + 1) * n && a[i] != 0; c++) {
                y[c] *= a[i] * (u[c] - mean);
            }
        }
    }

    /** The largest number of each row, −∞ of none; where there is NaN it does not matter, for the row's sum is NaN then. */
    private static double[] maxima(double[] z, int rows, int n) {
        double[] max = new double[rows];
        for (int i = 0; i < rows; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = i * n; c < (i + 1) * n; c++) {
                if (z[c] > largest) {
                    largest = z[c];
                }
            }
            max[i] = largest;
        }
        return max;
    }

    /** z − m, which is 0 at the maximum also where that is infinite. */
    private static double belowMax(double z, double max) {
        double below = z - max;
        return Double.isNaN(below) && z == max ? 0 : below;
    }

    /** Fills e with the exponentials of all rows; returns the sum of each. */
    private static double[] exponentials(double[] z, double[] max, int n, double[] e) {
        double[] sums = new double[max.length];
        for (int i = 0; i < max.length; i++) {
            for (int c = i * n; c < (i + 1) * n; c++) {
                e[c] = belowMax(z[c], max[i]);
            }
        }
        Exponential.exp(e, e);
        for (int i = 0; i < max.length; i++) {
            double sum = 0;
            for (int c = i * n; c < (i + 1) * n; c++) {
                sum += e[c];
            }
            sums[i] = Double.isInfinite(max[i]) && sum > 1 ? Double.NaN : sum;
        }
        return sums;
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
