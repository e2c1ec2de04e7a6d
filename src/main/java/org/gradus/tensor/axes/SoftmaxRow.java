package org.gradus.tensor.axes;

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
        double[] sums = new double[y.length];
        exponentials(z, n, new double[z.length], sums);
        for (int i = 0; i < y.length; i++) {
            double max = max(z, i * n, n);
            double logSum = Logarithm.log(sums[i]);
            for (int c = i * n; c < (i + 1) * n; c++) {
                y[i] += t[c] == 0 ? 0 : t[c] * (logSum - belowMax(z[c], max));
            }
        }
    }

    /** Fills y row by row with a · softmax(z), which is 0 for a = 0. */
    static void softmaxes(double[] z, double[] a, int n, double[] y) {
        double[] sums = new double[a.length];
        exponentials(z, n, y, sums);
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

    /** Fills e with the exponentials of all rows, and the sums with those of each. */
    private static void exponentials(double[] z, int n, double[] e, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            double max = max(z, i * n, n);
            for (int c = i * n; c < (i + 1) * n; c++) {
                e[c] = belowMax(z[c], max);
            }
        }
        Exponential.exp(e, e);
        for (int i = 0; i < sums.length; i++) {
            for (int c = i * n; c < (i + 1) * n; c++) {
                sums[i] += e[c];
            }
            sums[i] = Double.isInfinite(max(z, i * n, n)) && sums[i] > 1 ? Double.NaN : sums[i];
        }
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
