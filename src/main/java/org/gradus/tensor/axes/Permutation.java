package org.gradus.tensor.axes;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.Shape;

/**
 * An order of axes: for each axis of the result, the axis it was before.
 *
 * @param axes the axes, from 0, each once
 */
public record Permutation(List<Integer> axes) {
    /**
     * An order of axes.
     *
     * @throws IllegalArgumentException if it does not name each axis once
     */
    public Permutation {
        axes = List.copyOf(axes);
        if (!axes.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, axes.size()).boxed().toList())) {
            throw new IllegalArgumentException(
                    "transpose: order %s does not name each axis from 0 to %s once".formatted(axes, axes.size() - 1));
        }
    }

    /**
     * {@return the order asked for, checked}
     *
     * @param shape the shape whose axes are to be put in order
     * @param order the order; none swaps the last two axes; negative axes count from the end
     * @throws IllegalArgumentException if the order does not name each axis once
     */
    public static Permutation of(Shape shape, int... order) {
        int rank = shape.rank();
        if (order.length == 0 ? rank < 2 : order.length != rank) {
            throw new IllegalArgumentException("transpose: shape %s has %s axes, but %s; name each axis once"
                    .formatted(shape, rank, order.length == 0 ? "swapping needs two" : order.length + " were named"));
        }
        IntStream axes = order.length == 0
                ? IntStream.range(0, rank).map(i -> i < rank - 2 ? i : 2 * rank - 3 - i)
                : IntStream.of(order).map(shape::axis);
        return new Permutation(axes.boxed().toList());
    }

    /** Refuses a shape with another number of axes. */
    void check(Shape shape) {
        if (shape.rank() != axes.size()) {
            throw new IllegalArgumentException(
                    "transpose: order %s names %s axes, but shape %s has %s; name each axis once"
                            .formatted(axes, axes.size(), shape, shape.rank()));
        }
    }

    /** {@return the order that undoes this one} */
    public Permutation inverse() {
        return new Permutation(
                IntStream.range(0, axes.size()).mapToObj(axes::indexOf).toList());
    }
}
