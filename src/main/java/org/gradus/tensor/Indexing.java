package org.gradus.tensor;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.axes.Pad;
import org.gradus.tensor.axes.Positions;
import org.gradus.tensor.axes.Take;

/** Elements chosen by their indices. What is chosen several times receives the sum of the adjoints. */
public final class Indexing {
    private Indexing() {}

    /**
     * {@return the slices of x at the given indices of one axis, in the order given: rows of a matrix, say}
     *
     * @param x a tensor
     * @param axis the axis; negative counts from the end
     * @param indices which slices, from 0
     * @throws IllegalArgumentException if an index lies outside the axis
     */
    public static Tensor select(Tensor x, int axis, int... indices) {
        int along = x.shape().axis(axis);
        for (int index : indices) {
            check("select", index, x.shape(), along);
        }
        int step = x.shape().strides()[along];
        return take(x, along, x.shape().with(along, indices.length), j -> indices[j / step % indices.length]);
    }

    /**
     * {@return the slice of x at one index of an axis, which disappears from the shape: a row of a matrix, say, as a vector}
     *
     * @param x a tensor
     * @param axis the axis; negative counts from the end
     * @param index which slice, from 0
     * @throws IllegalArgumentException if the index lies outside the axis
     */
    public static Tensor at(Tensor x, int axis, int index) {
        check("at", index, x.shape(), x.shape().axis(axis));
        return x.slice(axis, index, index + 1).reshape(x.shape().without(axis));
    }

    /**
     * {@return every step-th element with start ≤ index &lt; stop along one axis}
     *
     * @param x a tensor
     * @param axis the axis; negative counts from the end
     * @param start the first index
     * @param stop one past the last index
     * @param step how far to the next, at least 1
     * @throws IllegalArgumentException if the stretch lies outside the axis, or the step is less than 1
     */
    public static Tensor slice(Tensor x, int axis, int start, int stop, int step) {
        if (step < 1) {
            throw new IllegalArgumentException("slice: the step must be at least 1, found " + step);
        }
        Tensor stretch = x.slice(axis, start, stop);
        int[] indices =
                IntStream.range(0, stop - start).filter(i -> i % step == 0).toArray();
        return step == 1 ? stretch : select(stretch, axis, indices);
    }

    /**
     * {@return a tensor of the indices' shape: its element at (…, i, …) is x's at (…, index at (…, i, …), …)}
     *
     * @param x a tensor
     * @param axis the axis the indices run along; negative counts from the end
     * @param shape the indices' shape: of x's rank, and in no other axis larger than x
     * @param indices the indices, row-major, from 0
     * @throws IllegalArgumentException if the shapes do not fit, or an index lies outside the axis
     */
    public static Tensor gather(Tensor x, int axis, Shape shape, int... indices) {
        int along = x.shape().axis(axis);
        boolean fits = shape.rank() == x.shape().rank() && indices.length == shape.size();
        for (int a = 0; fits && a < shape.rank(); a++) {
            fits = a == along || shape.size(a) <= x.shape().size(a);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "gather: %s indices of shape %s do not fit %s; it needs the same rank, and only axis %s may be longer"
                            .formatted(indices.length, shape, x.shape(), along));
        }
        for (int index : indices) {
            check("gather", index, x.shape(), along);
        }
        return take(x, along, shape, j -> indices[j]);
    }

    /**
     * {@return one row of the weight per index, of shape (indices' shape, width): a table of word vectors, say}
     *
     * @param weight the table, of shape (rows, width)
     * @param shape the indices' shape
     * @param indices which rows, row-major, from 0
     * @throws IllegalArgumentException if an index is not a row
     */
    public static Tensor embedding(Tensor weight, Shape shape, int... indices) {
        int[] sizes = Arrays.copyOf(shape.toArray(), shape.rank() + 1);
        sizes[shape.rank()] = weight.shape().size(1);
        return select(weight, 0, indices).reshape(Shape.of(sizes));
    }

    /**
     * {@return x with zeros added before and after along one axis}
     *
     * @param x a tensor
     * @param axis the axis; negative counts from the end
     * @param before how many zeros before
     * @param after how many zeros after
     * @throws IllegalArgumentException if a number is negative
     */
    public static Tensor pad(Tensor x, int axis, int before, int after) {
        return Tensor.apply(new Pad(x.shape().axis(axis), before, after), x);
    }

    private static void check(String op, int index, Shape shape, int axis) {
        if (index < 0 || index >= shape.size(axis)) {
            throw new IllegalArgumentException("%s: index %s lies outside axis %s of shape %s; it must be 0 to %s"
                    .formatted(op, index, axis, shape, shape.size(axis) - 1));
        }
    }

    /** The elements of a result whose index along one axis is given for each, and is its own along the others. */
    private static Tensor take(Tensor x, int along, Shape shape, IntUnaryOperator indexOf) {
        int[] strides = x.shape().strides();
        IntStream positions = IntStream.range(0, shape.size()).map(j -> {
            int position = indexOf.applyAsInt(j) * strides[along];
            for (int axis = shape.rank() - 1, rest = j; axis >= 0; rest /= shape.size(axis--)) {
                position += axis == along ? 0 : rest % shape.size(axis) * strides[axis];
            }
            return position;
        });
        return Tensor.apply(new Take(shape, Positions.of(positions)), x);
    }
}
