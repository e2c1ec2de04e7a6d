package org.gradus.tensor.axes;

import java.util.Arrays;
import java.util.stream.IntStream;

/** For each element of a result, where in an array's row-major order it comes from. Immutable. */
public final class Positions {
    private final int[] at;

    private Positions(int[] at) {
        this.at = at;
    }

    /**
     * {@return the positions}
     *
     * @param at where each element comes from, from 0
     */
    public static Positions of(IntStream at) {
        return new Positions(at.toArray());
    }

    void check(String op, int expected, int size) {
        if (at.length != expected) {
            throw new IllegalArgumentException("%s: %s positions were given for %s elements; give one for each"
                    .formatted(op, at.length, expected));
        }
        for (int position : at) {
            if (position < 0 || position >= size) {
                throw new IllegalArgumentException(
                        "%s: position %s lies outside an array of %s elements; it must be 0 to %s"
                                .formatted(op, position, size, size - 1));
            }
        }
    }

    /** y[j] = x[position of j]. */
    void take(double[] x, double[] y) {
        for (int j = 0; j < at.length; j++) {
            y[j] = x[at[j]];
        }
    }

    /** y[position of j] += x[j], in the order of j. */
    void put(double[] x, double[] y) {
        for (int j = 0; j < at.length; j++) {
            y[at[j]] += x[j];
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Positions that && Arrays.equals(at, that.at);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(at);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return at.length + " positions";
    }
}
