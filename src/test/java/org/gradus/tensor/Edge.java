package org.gradus.tensor;

/**
 * A single point of an element-wise op, usually a kink, NaN, ±∞ or −0.0, with what the op documents there:
 * {@code at(0).gives(NEGATIVE_INFINITY).withSlopes(POSITIVE_INFINITY)}.
 *
 * @param x one number per input
 * @param y the output, to the bit
 * @param slopes the derivative by each input, 0 where the op passes no gradient; null if the documentation leaves it open
 */
public record Edge(double[] x, double y, double[] slopes) {

    public static Point at(double... x) {
        return new Point(x);
    }

    /** A point, waiting for the output there. */
    public record Point(double... x) {
        public Edge gives(double y) {
            return new Edge(x, y, null);
        }
    }

    public Edge withSlopes(double... known) {
        return new Edge(x, y, known);
    }
}
