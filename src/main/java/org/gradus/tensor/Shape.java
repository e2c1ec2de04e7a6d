package org.gradus.tensor;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's axes, outermost first: {@code (32, 784)} is 32 rows of 784 numbers, {@code ()} a scalar.
 *
 * <p>Elements are stored row-major: the last axis varies fastest. An axis of size 0 is allowed and makes the tensor empty.
 */
public final class Shape {
    /** The shape of a single number, {@code ()}. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] sizes;
    private final int size;

    private Shape(int[] sizes) {
        long product = 1;
        boolean empty = false;
        for (int n : sizes) {
            empty |= n == 0;
        }
        for (int n : sizes) {
            if (n < 0) {
                throw new IllegalArgumentException(
                        "shape: axis sizes must be 0 or more, found %s in %s".formatted(n, text(sizes)));
            }
            product = empty ? 0 : product * n;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "shape: %s has more than 2^31 - 1 elements, the most a Java array holds; use smaller axes"
                                .formatted(text(sizes)));
            }
        }
        this.sizes = sizes;
        this.size = (int) product;
    }

    /**
     * A shape with the given axis sizes.
     *
     * @param sizes the size of each axis, outermost first; none for a scalar
     * @return the shape
     * @throws IllegalArgumentException if a size is negative, or the number of elements exceeds 2³¹ − 1
     */
    public static Shape of(int... sizes) {
        return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
    }

    /**
     * The number of axes.
     *
     * @return 0 for a scalar, 1 for a vector, 2 for a matrix
     */
    public int rank() {
        return sizes.length;
    }

    /**
     * The number of elements, the product of the axis sizes.
     *
     * @return 1 for a scalar, 0 if any axis has size 0
     */
    public int size() {
        return size;
    }

    /**
     * The size of one axis.
     *
     * @param axis the axis, 0 for the outermost; a negative axis counts from the end, −1 for the innermost
     * @return its size
     * @throws IllegalArgumentException if there is no such axis
     */
    public int size(int axis) {
        return sizes[axis(axis)];
    }

    /**
     * The sizes of all axes.
     *
     * @return a copy, outermost first
     */
    public int[] toArray() {
        return sizes.clone();
    }

    /**
     * An axis given from either end, counted from the front.
     *
     * @param axis the axis, from −rank to rank − 1
     * @return the same axis, from 0 to rank − 1
     * @throws IllegalArgumentException if there is no such axis
     */
    public int axis(int axis) {
        if (axis < -rank() || axis >= rank()) {
            throw new IllegalArgumentException(
                    rank() == 0
                            ? "axis %s does not exist: a scalar has no axes".formatted(axis)
                            : "axis %s does not exist: shape %s has axes 0 to %s (or -%s to -1)"
                                    .formatted(axis, this, rank() - 1, rank()));
        }
        return axis < 0 ? axis + rank() : axis;
    }

    /**
     * This shape with one axis resized.
     *
     * @param axis the axis; negative counts from the end
     * @param newSize its new size
     * @return the new shape
     * @throws IllegalArgumentException if there is no such axis
     */
    public Shape with(int axis, int newSize) {
        int[] changed = sizes.clone();
        changed[axis(axis)] = newSize;
        return new Shape(changed);
    }

    /**
     * This shape with a new axis of size 1.
     *
     * @param axis where it goes, from 0 to the rank; negative counts from the end of the new shape
     * @return the new shape, of rank one more
     * @throws IllegalArgumentException if there is no such place
     */
    public Shape inserted(int axis) {
        int at = axis < 0 ? axis + rank() + 1 : axis;
        if (at < 0 || at > rank()) {
            throw new IllegalArgumentException(
                    "axis %s cannot be inserted: shape %s has room for axes 0 to %s (or -%s to -1)"
                            .formatted(axis, this, rank(), rank() + 1));
        }
        int[] longer = new int[rank() + 1];
        System.arraycopy(sizes, 0, longer, 0, at);
        longer[at] = 1;
        System.arraycopy(sizes, at, longer, at + 1, rank() - at);
        return of(longer);
    }

    /**
     * This shape with the given axes reduced to size 1, as after a sum that keeps its axes.
     *
     * @param axes the axes; none means all of them; negative counts from the end
     * @return the new shape, of the same rank
     * @throws IllegalArgumentException if an axis does not exist or is named twice
     */
    public Shape reduced(int... axes) {
        int[] kept = sizes.clone();
        boolean[] reduced = marked(axes);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = reduced[i] ? 1 : kept[i];
        }
        return of(kept);
    }

    /**
     * This shape without the given axes, as after a sum that drops its axes.
     *
     * @param axes the axes; none means all of them; negative counts from the end
     * @return the new shape
     * @throws IllegalArgumentException if an axis does not exist or is named twice
     */
    public Shape without(int... axes) {
        boolean[] dropped = marked(axes);
        int[] kept = new int[rank()];
        int count = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!dropped[i]) {
                kept[count++] = sizes[i];
            }
        }
        return of(Arrays.copyOf(kept, count));
    }

    /** The shape of a matrix of rows, which must all be equally long. */
    static Shape ofRows(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        if (!Arrays.stream(rows).allMatch(row -> row.length == columns)) {
            throw new IllegalArgumentException("matrix: the rows have %s elements; all rows must have the same length"
                    .formatted(Arrays.stream(rows).map(row -> row.length).toList()));
        }
        return of(rows.length, columns);
    }

    /** The shape of as many elements as this one, in which one size may be given as −1, for as many as are left. */
    Shape fitted(int... sizes) {
        int open = -1;
        long others = 1;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == -1 && open >= 0) {
                throw new IllegalArgumentException(
                        "reshape: %s leaves two sizes open with -1; give all but one".formatted(text(sizes)));
            }
            open = sizes[i] == -1 ? i : open;
            others *= sizes[i] == -1 ? 1 : sizes[i];
        }
        if (open < 0) {
            return of(sizes);
        }
        if (others <= 0 || size % others != 0) {
            throw new IllegalArgumentException(
                    "reshape: no size in place of -1 makes %s hold the %s elements of shape %s; give other sizes"
                            .formatted(text(sizes), size, this));
        }
        int[] fitted = sizes.clone();
        fitted[open] = (int) (size / others);
        return of(fitted);
    }

    /** Refuses any other number of elements than one. */
    void requireOne() {
        if (size != 1) {
            throw new IllegalStateException(
                    "item: a tensor of shape %s has %s elements, not one; use get(index…) or toArray()"
                            .formatted(this, size));
        }
    }

    /** Refuses any other number of elements than this shape holds. */
    void requireSize(int elements) {
        if (elements != size) {
            throw new IllegalArgumentException(
                    "tensor: shape %s holds %s elements, but %s were given".formatted(this, size, elements));
        }
    }

    private boolean[] marked(int... axes) {
        boolean[] marked = new boolean[rank()];
        if (axes.length == 0) {
            Arrays.fill(marked, true);
        }
        for (int axis : axes) {
            int i = axis(axis);
            if (marked[i]) {
                throw new IllegalArgumentException(
                        "axis %s is named twice in %s; name each axis once".formatted(i, Arrays.toString(axes)));
            }
            marked[i] = true;
        }
        return marked;
    }

    /**
     * Where an element lies in the row-major array.
     *
     * @param index one index per axis, from 0
     * @return its place, from 0
     * @throws IllegalArgumentException if the number of indices is not the rank
     * @throws IndexOutOfBoundsException if an index lies outside its axis
     */
    public int offset(int... index) {
        if (index.length != rank()) {
            throw new IllegalArgumentException(
                    "get: %s indices were given for shape %s, which has %s axes; give one per axis"
                            .formatted(index.length, this, rank()));
        }
        int offset = 0;
        for (int axis = 0; axis < index.length; axis++) {
            offset = offset * sizes[axis] + Objects.checkIndex(index[axis], sizes[axis]);
        }
        return offset;
    }

    /**
     * How far apart in the flat array two neighbors along each axis are, for a row-major array.
     *
     * @return one stride per axis, in elements; the last is 1
     */
    public int[] strides() {
        int[] strides = new int[rank()];
        int stride = 1;
        for (int i = rank() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= sizes[i];
        }
        return strides;
    }

    /**
     * The shape two shapes broadcast to: aligned at the last axis, axes must be equal or one of them 1 (or missing).
     *
     * @param op the name of the operation, for the message
     * @param left the left shape
     * @param right the right shape
     * @return the common shape
     * @throws IllegalArgumentException if the shapes do not broadcast
     */
    public static Shape broadcast(String op, Shape left, Shape right) {
        if (left.equals(right)) {
            return left;
        }
        int rank = Math.max(left.rank(), right.rank());
        int[] common = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int l = i <= left.rank() ? left.size(-i) : 1;
            int r = i <= right.rank() ? right.size(-i) : 1;
            if (l != r && l != 1 && r != 1) {
                throw new IllegalArgumentException(
                        ("%s: shapes %s and %s do not broadcast: axis %s (from the end) is %s on the left and %s on the right; "
                                        + "the sizes must be equal, or one of them 1")
                                .formatted(op, left, right, i, l, r));
            }
            common[rank - i] = l == 1 ? r : l;
        }
        return of(common);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Shape that && hasSizes(that.sizes);
    }

    /** As Arrays.equals, which takes longer to get started than these few sizes to compare. */
    private boolean hasSizes(int... others) {
        boolean equal = sizes.length == others.length;
        for (int i = 0; equal && i < sizes.length; i++) {
            equal = sizes[i] == others[i];
        }
        return equal;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** The sizes in parentheses, as in {@code (32, 784)}. */
    @Override
    public String toString() {
        return text(sizes);
    }

    private static String text(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
