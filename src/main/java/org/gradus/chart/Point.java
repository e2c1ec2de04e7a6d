package org.gradus.chart;

/**
 * One point of a line, with the interval that the band around the line covers there.
 *
 * @param x the place on the horizontal axis; finite
 * @param y the place on the vertical axis; where it is NaN or ±∞ the line breaks
 * @param lower the lower edge of the band; −∞ reaches the edge of the plot, NaN leaves the band out
 * @param upper the upper edge of the band; +∞ reaches the edge of the plot, NaN leaves the band out
 */
public record Point(double x, double y, double lower, double upper) {

    /**
     * Checks the numbers. That y lies in the band is not asked for: a mean may lie outside the quartiles.
     *
     * @throws IllegalArgumentException if x is not finite, or {@code lower} is above {@code upper}
     */
    public Point {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("point: x is " + x + " (where y is " + y
                    + "); x must be a finite number, only y may be NaN or infinite");
        }
        if (lower > upper) {
            throw new IllegalArgumentException("point: the band at x = " + x + " goes from " + lower + " up to " + upper
                    + "; the lower edge must not be above the upper one");
        }
    }

    /**
     * A point without a band.
     *
     * @param x the place on the horizontal axis; finite
     * @param y the place on the vertical axis; where it is NaN or ±∞ the line breaks
     * @return the point
     */
    public static Point of(double x, double y) {
        return new Point(x, y, y, y);
    }
}
