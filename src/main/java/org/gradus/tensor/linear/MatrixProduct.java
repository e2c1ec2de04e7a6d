package org.gradus.tensor.linear;

import org.gradus.tensor.Shape;

/**
 * The kernel behind all matrix products: y(i, j) is the chain fma(aᵢₖ, bₖⱼ, ·) over k = 0, 1, … from start(j).
 *
 * <p>The right matrix is taken as one array per row, so that every array in the innermost loop is indexed by the bare loop variable: only
 * then does the compiler vectorize it. Four rows are taken at a time, to load and store the sums a quarter as often; the order of the chain
 * stays.
 */
final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * Multiplies.
     *
     * @param a the left matrix
     * @param b the right matrix, with as many rows as a has columns
     * @param start what the sums of each row start from, one number per column of b
     * @param y where the product goes, row-major
     * @param offset where in y it starts
     */
    static void multiply(Matrix a, Matrix b, double[] start, double[] y, int offset) {
        double[][] right = b.toRows();
        double[] sums = new double[b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            System.arraycopy(start, 0, sums, 0, sums.length);
            int k = 0;
            for (; k + 3 < right.length; k += 4) {
                add(
                        a.at(i, k),
                        right[k],
                        a.at(i, k + 1),
                        right[k + 1],
                        sums,
                        a.at(i, k + 2),
                        right[k + 2],
                        a.at(i, k + 3),
                        right[k + 3]);
            }
            for (; k < right.length; k++) {
                add(a.at(i, k), right[k], sums);
            }
            System.arraycopy(sums, 0, y, offset + i * sums.length, sums.length);
        }
    }

    private static void add(
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double[] sums,
            double a2,
            double[] b2,
            double a3,
            double[] b3) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]))));
        }
    }

    private static void add(double a, double[] b, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(a, b[j], sums[j]);
        }
    }

    /** Multiplies stack by stack; a or b may be transposed. */
    static void multiply(double[][] x, Shape[] shapes, boolean transposeA, boolean transposeB, double[] y) {
        int m = shapes[0].size(transposeA ? -1 : -2);
        int n = shapes[1].size(transposeB ? -2 : -1);
        double[] zeros = new double[n];
        for (int number = 0; number * m * n < y.length; number++) {
            Matrix a = Matrix.of(x[0], shapes[0], number);
            Matrix b = Matrix.of(x[1], shapes[1], number);
            multiply(transposeA ? a.transposed() : a, transposeB ? b.transposed() : b, zeros, y, number * m * n);
        }
    }

    /**
     * The shape of a product of two matrices, or of two equally long stacks of them.
     *
     * @param op the name of the op, for the message
     * @param left the left shape
     * @param right the right shape
     * @param leftInner which of left's last two axes is summed over, −1 for its columns, −2 for its rows
     * @param rightInner which of right's last two axes is summed over
     */
    static Shape shape(String op, Shape left, int leftInner, Shape right, int rightInner) {
        if (left.rank() < 2 || right.rank() < 2) {
            throw new IllegalArgumentException(
                    "%s: needs two matrices, but left is %s and right is %s; reshape them to two axes"
                            .formatted(op, left, right));
        }
        if (left.size(leftInner) != right.size(rightInner)) {
            throw new IllegalArgumentException(
                    "%s: inner dimensions differ: left is %s, right is %s; left %s must equal right %s"
                            .formatted(op, left, right, side(leftInner), side(rightInner)));
        }
        if (!left.without(-2, -1).equals(right.without(-2, -1))) {
            throw new IllegalArgumentException(
                    "%s: the stacks of matrices differ: left is %s, right is %s; expand them to equal axes before the last two"
                            .formatted(op, left, right));
        }
        int[] sizes = left.toArray();
        sizes[left.rank() - 2] = left.size(-3 - leftInner);
        sizes[left.rank() - 1] = right.size(-3 - rightInner);
        return Shape.of(sizes);
    }

    private static String side(int axis) {
        return axis == -1 ? "columns" : "rows";
    }
}
