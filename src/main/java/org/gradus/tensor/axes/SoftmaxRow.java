package org.gradus.tensor.axes;

import org.gradus.tensor.elementwise.Exponential;

/**
 * The exponentials of one row of numbers, relative to its maximum m, so that nothing overflows: e^(z − m) and their sum.
 *
 * <p>A limit is taken where there is one: of a single ∞ the exponential is 1 and that of all other numbers 0. Where there is none, of
 * several ∞ or of nothing but −∞, and of NaN, the sum is NaN; a row of one number has always the sum 1, unless that is NaN.
 */
final class SoftmaxRow {
    private SoftmaxRow() {}

    /** The largest number of a row, −∞ of none; NaN wins over numbers. */
    static double max(double[] z, int start, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < n; c++) {
            max = Math.max(max, z[start + c]);
        }
        return max;
    }

    /** z − m, which is 0 at the maximum also where that is infinite. */
    static double belowMax(double z, double max) {
        return z == max ? 0 : z - max;
    }

    /** The sum of the exponentials, which are put into a target from some place on. */
    static double exponentials(double[] z, int start, int n, double max, double[] target, int place) {
        double sum = 0;
        for (int c = 0; c < n; c++) {
            target[place + c] = Exponential.exp(belowMax(z[start + c], max));
            sum += target[place + c];
        }
        return Double.isInfinite(max) && sum > 1 ? Double.NaN : sum;
    }
}
