package org.gradus.tensor.axes;

/**
 * Sums along one row, as four chains side by side, over elements 0, 4, 8, …, then 1, 5, 9, … and so on: a processor that has to wait for each
 * sum before it adds the next number is four times as slow. The order is fixed: (s₀ + s₁) + (s₂ + s₃), then what is left of the row.
 */
final class RowSums {
    private RowSums() {}

    /** The sum of n numbers. */
    static double sum(double[] x, int from, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += x[from + i];
            s1 += x[from + i + 1];
            s2 += x[from + i + 2];
            s3 += x[from + i + 3];
        }
        double sum = s0 + s1 + (s2 + s3);
        for (; i < n; i++) {
            sum += x[from + i];
        }
        return sum;
    }

    /** The sum of n products g (x − center). */
    static double products(double[] g, int gFrom, double[] x, int from, double center, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += g[gFrom + i] * (x[from + i] - center);
            s1 += g[gFrom + i + 1] * (x[from + i + 1] - center);
            s2 += g[gFrom + i + 2] * (x[from + i + 2] - center);
            s3 += g[gFrom + i + 3] * (x[from + i + 3] - center);
        }
        double sum = s0 + s1 + (s2 + s3);
        for (; i < n; i++) {
            sum += g[gFrom + i] * (x[from + i] - center);
        }
        return sum;
    }

    /** The sum of n squares of x − center. */
    static double squares(double[] x, int from, double center, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            double d0 = x[from + i] - center, d1 = x[from + i + 1] - center;
            double d2 = x[from + i + 2] - center, d3 = x[from + i + 3] - center;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        double sum = s0 + s1 + (s2 + s3);
        for (; i < n; i++) {
            sum += (x[from + i] - center) * (x[from + i] - center);
        }
        return sum;
    }
}
