package org.gradus.experiment.statistics;

/** Statistics of numbers in ascending order, which may be infinite; where −∞ and ∞ meet in a mean, that is NaN. */
final class OrderStatistics {
    private OrderStatistics() {}

    /** The quantile, interpolated linearly between x_⌊h⌋ and x_⌊h⌋+1 with h = (n − 1)p from 0 (Hyndman and Fan's type 7, as NumPy). */
    static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int i = (int) h;
        double share = h - i;
        if (share == 0 || sorted[i] == sorted[i + 1]) {
            return sorted[i];
        }
        boolean finite = !Double.isInfinite(sorted[i]);
        return finite
                ? sorted[i] + share * (sorted[i + 1] - sorted[i])
                : (1 - share) * sorted[i] + share * sorted[i + 1];
    }

    static double median(double[] sorted) {
        return quantile(sorted, 0.5);
    }

    /** Q₃ − Q₁. */
    static double interquartileRange(double[] sorted) {
        return quantile(sorted, 0.75) - quantile(sorted, 0.25);
    }

    /** The mean of the middle half: of n/4 numbers at each end nothing counts, of the number cut the rest of it. */
    static double interquartileMean(double[] sorted) {
        double n = sorted.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double weight = Math.min(i + 1, 0.75 * n) - Math.max(i, 0.25 * n);
            if (weight > 0) {
                sum += weight * sorted[i];
            }
        }
        return sum / (0.5 * n);
    }
}
