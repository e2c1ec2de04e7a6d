package org.gradus.nn;

import org.gradus.tensor.Shape;

/** Where shapes must be equal: a column minus a vector would broadcast to a matrix, and its mean would be no error anybody means. */
public final class EqualShapes {
    private EqualShapes() {}

    /**
     * Refuses two shapes that differ.
     *
     * @param owner who asks, for the message
     * @param what what has the first shape, in the plural, such as {@code predictions}
     * @param shape the first shape
     * @param others what has the second shape, in the plural, such as {@code targets}
     * @param other the second shape
     * @throws IllegalArgumentException if they differ; the message names the reshape that mends it, if one does
     */
    public static void require(String owner, String what, Shape shape, String others, Shape other) {
        if (!shape.equals(other)) {
            String way = shape.size() == other.size()
                    ? "reshape %s to %s".formatted(others, shape)
                    : "they hold %s and %s numbers; where one number is meant for several, say so with expand"
                            .formatted(shape.size(), other.size());
            throw new IllegalArgumentException(
                    "%s: %s have shape %s and %s %s; they must be equal, nothing is broadcast: %s"
                            .formatted(owner, what, shape, others, other, way));
        }
    }
}
