package org.gradus.tensor.axes;

import java.util.stream.IntStream;

/** For each element of a result, where in an array's row-major order it comes from. Immutable. */
public final class Positions {
    final int[] at;

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
            throw new IllegalArgumentException("%s: %d positions were given for %d elements; give one for each"
                    .formatted(op, at.length, expected));
        }
        for (int position : at) {
            if (position < 0 || position >= size) {
                throw new IllegalArgumentException(
                        "%s: position %d lies outside an array of %d elements; it must be 0 to %d"
                                .formatted(op, position, size, size - 1));
            }
        }
    }

    /** How many there are. */
    @Override
    public String toString() {
        return at.length + " positions";
    }
}
