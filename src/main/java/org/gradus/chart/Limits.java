package org.gradus.chart;

/**
 * The part of an axis that is shown, both ends included.
 *
 * @param lower the smallest value shown
 * @param upper the largest value shown, above {@code lower}
 */
public record Limits(double lower, double upper) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless both are finite and {@code lower} is below {@code upper}
     */
    public Limits {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
            throw new IllegalArgumentException(
                    "limits: found " + lower + " to " + upper + "; give two finite numbers, the smaller one first");
        }
    }
}
