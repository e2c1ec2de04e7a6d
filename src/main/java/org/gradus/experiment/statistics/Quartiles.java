package org.gradus.experiment.statistics;

import java.util.Arrays;

/**
 * The middle half of some numbers.
 *
 * @param lower a quarter of the numbers lie below
 * @param median half of the numbers lie below
 * @param upper three quarters of the numbers lie below
 */
public record Quartiles(double lower, double median, double upper) {
    /**
     * {@return the quartiles, interpolated linearly between order statistics as NumPy does (Hyndman and Fan's type 7); all NaN if a number is
     * NaN or there are none}
     *
     * @param values the numbers
     */
    public static Quartiles of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN goes last
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            return new Quartiles(Double.NaN, Double.NaN, Double.NaN);
        }
        return new Quartiles(
                OrderStatistics.quantile(sorted, 0.25),
                OrderStatistics.median(sorted),
                OrderStatistics.quantile(sorted, 0.75));
    }
}
