package org.gradus.tensor.linear;

import java.util.Arrays;
import org.gradus.tensor.Shape;

/**
 * The kernel behind all matrix products: y[i][j] = fma chain over k = 0, 1, … of left(i, k) · right[k][j], starting at start[j].
 *
 * <p>The right matrix comes as one array per row, so that every array in the innermost loop is indexed by the bare loop variable: only then
 * does the compiler vectorize it. Four rows are taken at a time to load and store the accumulators a quarter as often; the order of the
 * chain stays.
 */
final class MatrixProduct {
    private MatrixProduct() {}

    /** The rows of a (rows, columns) matrix. */
    static double[][] rows(double[] m, int rows, int columns) {
        double[][] r = new double[rows][];
        for (int i = 0; i < rows; i++) {
            r[i] = Arrays.copyOfRange(m, i * columns, (i + 1) * columns);
        }
        return r;
    }

    /** The columns of a (rows, columns) matrix. */
    static double[][] columns(double[] m, int rows, int columns) {
        double[][] c = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                c[j][i] = m[i * columns + j];
            }
        }
        return c;
    }

    /**
     * Multiplies.
     *
     * @param left element (i, k) lies at i · iStep + k · kStep
     * @param right one array of length n per k
     * @param start what the sums of each row start from, of length n
     * @param y the product, n numbers per row
     */
    static void multiply(double[] left, int iStep, int kStep, double[][] right, double[] start, double[] y) {
        int n = start.length;
        int inner = right.length;
        double[] c = new double[n];
        for (int at = 0, i = 0; at < y.length; at += n, i += iStep) {
            System.arraycopy(start, 0, c, 0, n);
            int k = 0;
            for (; k + 3 < inner; k += 4) {
                int a = i + k * kStep;
                addFour(
                        left[a],
                        right[k],
                        left[a + kStep],
                        right[k + 1],
                        left[a + 2 * kStep],
                        right[k + 2],
                        left[a + 3 * kStep],
                        right[k + 3],
                        c);
            }
            for (; k < inner; k++) {
                addOne(left[i + k * kStep], right[k], c);
            }
            System.arraycopy(c, 0, y, at, n);
        }
    }

    private static void addFour(
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double a2,
            double[] b2,
            double a3,
            double[] b3,
            double[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
        }
    }

    private static void addOne(double a, double[] b, double[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] = Math.fma(a, b[j], c[j]);
        }
    }

    /** Refuses anything but two matrices whose inner sizes agree. */
    static void check(String op, Shape left, int leftInner, Shape right, int rightInner, String rule) {
        if (left.rank() != 2 || right.rank() != 2) {
            throw new IllegalArgumentException(
                    "%s: needs two matrices, but left is %s and right is %s; reshape them to two axes"
                            .formatted(op, left, right));
        }
        if (left.size(leftInner) != right.size(rightInner)) {
            throw new IllegalArgumentException("%s: inner dimensions differ: left is %s, right is %s; %s must equal %s"
                    .formatted(op, left, right, leftInner == 1 ? "left columns" : "left rows", rule));
        }
    }
}
