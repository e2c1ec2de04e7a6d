package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;

/** What all matrix products share: the kernel that computes them, stacks of matrices, and shapes. */
final class MatrixProduct {
    static final Kernel KERNEL = KernelChoice.fastest();

    private MatrixProduct() {}

    /** Adds a product of two matrices to y; see {@link Kernel#multiply}. Blocks of rows, which have nothing to do with each other, go to several threads. */
    static void multiply(Matrix a, Matrix b, double[] y, int offset) {
        RowBlocks blocks = RowBlocks.of(a, b);
        blocks.forEach((from, to) -> KERNEL.multiply(a.rows(from, to), b, y, offset + from * b.columns()));
    }

    /** Adds the products of two stacks to y; a or b may be transposed. */
    static void multiply(double[][] x, Shape[] shapes, boolean transposeA, boolean transposeB, double[] y) {
        int m = shapes[0].size(transposeA ? -1 : -2);
        int n = shapes[1].size(transposeB ? -2 : -1);
        for (int number = 0; number * m * n < y.length; number++) {
            Matrix a = Matrix.of(x[0], shapes[0], number);
            Matrix b = Matrix.of(x[1], shapes[1], number);
            multiply(transposeA ? a.transposed() : a, transposeB ? b.transposed() : b, y, number * m * n);
        }
    }

    /**
     * The shape of a product of two matrices, or of two equally long stacks of them.
     *
     * @param op the op, for the message
     * @param left the left shape
     * @param right the right shape
     * @param leftInner which of left's last two axes is summed over, −1 for its columns, −2 for its rows
     * @param rightInner which of right's last two axes is summed over
     */
    static Shape shape(Op op, Shape left, int leftInner, Shape right, int rightInner) {
        if (left.rank() < 2 || right.rank() < 2) {
            throw new IllegalArgumentException(
                    "%s: needs two matrices, but left is %s and right is %s; reshape them to two axes"
                            .formatted(op.name(), left, right));
        }
        if (left.size(leftInner) != right.size(rightInner)) {
            throw new IllegalArgumentException(
                    "%s: inner dimensions differ: left is %s, right is %s; left %s must equal right %s"
                            .formatted(op.name(), left, right, side(leftInner), side(rightInner)));
        }
        if (!sameStack(left, right)) {
            throw new IllegalArgumentException(
                    "%s: the stacks of matrices differ: left is %s, right is %s; expand them to equal axes before the last two"
                            .formatted(op.name(), left, right));
        }
        if (left.rank() == 2) {
            return Shape.of(left.size(-3 - leftInner), right.size(-3 - rightInner));
        }
        int[] sizes = left.toArray();
        sizes[left.rank() - 2] = left.size(-3 - leftInner);
        sizes[left.rank() - 1] = right.size(-3 - rightInner);
        return Shape.of(sizes);
    }

    private static boolean sameStack(Shape left, Shape right) {
        boolean same = left.rank() == right.rank();
        for (int axis = 0; same && axis < left.rank() - 2; axis++) {
            same = left.size(axis) == right.size(axis);
        }
        return same;
    }

    private static String side(int axis) {
        return axis == -1 ? "columns" : "rows";
    }
}
