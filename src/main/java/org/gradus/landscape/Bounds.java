package org.gradus.landscape;

import java.util.Arrays;

/**
 * A box: the part of a landscape that is usually drawn.
 *
 * @param lower the smallest number in each dimension
 * @param upper the largest number in each dimension, above {@code lower}
 */
public record Bounds(double[] lower, double[] upper) {

    /**
     * Keeps copies of both corners.
     *
     * @throws IllegalArgumentException if the corners have no or different numbers of dimensions, if one is not finite, or if they are not
     *     in order
     */
    public Bounds {
        boolean ordered = lower.length == upper.length && lower.length > 0;
        for (int i = 0; ordered && i < lower.length; i++) {
            ordered = Double.isFinite(lower[i]) && Double.isFinite(upper[i]) && lower[i] < upper[i];
        }
        if (!ordered) {
            throw new IllegalArgumentException(
                    "bounds: found %s to %s; give two corners of finite numbers, in each dimension the smaller one first"
                            .formatted(Arrays.toString(lower), Arrays.toString(upper)));
        }
        lower = lower.clone();
        upper = upper.clone();
    }

    /**
     * {@return bounds that are the same in each dimension}
     *
     * @param dimensions how many dimensions
     * @param lower the smallest number
     * @param upper the largest number
     * @throws IllegalArgumentException if there are no dimensions, or the numbers are not finite and in order
     */
    public static Bounds cube(int dimensions, double lower, double upper) {
        double[] least = new double[dimensions];
        double[] most = new double[dimensions];
        Arrays.fill(least, lower);
        Arrays.fill(most, upper);
        return new Bounds(least, most);
    }

    /** {@return a copy of the lower corner} */
    @Override
    public double[] lower() {
        return lower.clone();
    }

    /** {@return a copy of the upper corner} */
    @Override
    public double[] upper() {
        return upper.clone();
    }

    /**
     * {@return whether a point lies in the box or on its faces; false if one of its numbers is NaN}
     *
     * @param point a point of as many dimensions
     * @throws IllegalArgumentException if the point has another number of dimensions
     */
    public boolean contains(double... point) {
        if (point.length != lower.length) {
            throw new IllegalArgumentException("bounds: the point has dimension %s, the box %s; they must be equal"
                    .formatted(point.length, lower.length));
        }
        boolean inside = true;
        for (int i = 0; i < point.length; i++) {
            inside &= point[i] >= lower[i] && point[i] <= upper[i];
        }
        return inside;
    }

    /** Whether the other is a box with the same corners. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Bounds that && Arrays.equals(lower, that.lower) && Arrays.equals(upper, that.upper);
    }

    /** A number that depends on both corners. */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
    }

    /** Both corners, as in {@code [-2.0, -1.0] to [2.0, 3.0]}. */
    @Override
    public String toString() {
        return Arrays.toString(lower) + " to " + Arrays.toString(upper);
    }
}
