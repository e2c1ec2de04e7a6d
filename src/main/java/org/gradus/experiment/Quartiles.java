package org.gradus.experiment;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

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
        if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
            return new Quartiles(Double.NaN, Double.NaN, Double.NaN);
        }
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        percentile.setData(values);
        return new Quartiles(percentile.evaluate(25), percentile.evaluate(50), percentile.evaluate(75));
    }
}
