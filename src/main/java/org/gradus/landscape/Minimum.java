package org.gradus.landscape;

import java.util.Arrays;

/**
 * A point where a loss is least.
 *
 * @param point the point
 * @param value the loss there
 */
public record Minimum(double[] point, double value) {

    /**
     * Keeps a copy of the point.
     *
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public Minimum {
        if (!Arrays.stream(point).allMatch(Double::isFinite) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("minimum: found the value %s at %s; all numbers must be finite"
                    .formatted(value, Arrays.toString(point)));
        }
        point = point.clone();
    }

    /**
     * {@return the minimum of this value at this point}
     *
     * @param value the loss there
     * @param point the point
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    static Minimum of(double value, double... point) {
        return new Minimum(point, value);
    }

    /** {@return a copy of the point} */
    @Override
    public double[] point() {
        return point.clone();
    }

    /** Whether the other is a minimum with the same numbers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Minimum that
                && Arrays.equals(point, that.point)
                && Double.compare(value, that.value) == 0;
    }

    /** A number that depends on point and value. */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(point) + Double.hashCode(value);
    }

    /** The value and the point, as in {@code 0.0 at [1.0, 1.0]}. */
    @Override
    public String toString() {
        return value + " at " + Arrays.toString(point);
    }
}
