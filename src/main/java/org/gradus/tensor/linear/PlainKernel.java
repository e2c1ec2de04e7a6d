package org.gradus.tensor.linear;

/**
 * The kernel for any Java.
 *
 * <p>The right matrix is taken as one array per row, so that every array in the innermost loop is indexed by the bare loop variable: only
 * then does the compiler vectorize it. Two rows of the left matrix are taken at a time and four of the right, so that each number in hand is
 * used several times.
 */
record PlainKernel() implements Kernel {
    @Override
    public void multiply(Matrix a, Matrix b, double[] start, double[] y, int offset) {
        double[][] right = b.toRows();
        int n = b.columns();
        double[] sums = new double[n];
        double[] nextSums = new double[n];
        for (int i = 0; i < a.rows(); i += 2) {
            int next = Math.min(i + 1, a.rows() - 1); // the last of an odd number of rows is its own neighbor
            System.arraycopy(start, 0, sums, 0, n);
            System.arraycopy(start, 0, nextSums, 0, n);
            int k = 0;
            for (; k + 3 < right.length; k += 4) {
                addFour(a, i, next, k, right, sums, nextSums);
            }
            for (; k < right.length; k++) {
                addOne(a.at(i, k), a.at(next, k), right[k], sums, nextSums);
            }
            System.arraycopy(sums, 0, y, offset + i * n, n);
            System.arraycopy(nextSums, 0, y, offset + next * n, n);
        }
    }

    private static void addFour(Matrix a, int i, int next, int k, double[][] right, double[] sums, double[] nextSums) {
        double a0 = a.at(i, k), a1 = a.at(i, k + 1), a2 = a.at(i, k + 2), a3 = a.at(i, k + 3);
        double c0 = a.at(next, k), c1 = a.at(next, k + 1), c2 = a.at(next, k + 2), c3 = a.at(next, k + 3);
        double[] b0 = right[k], b1 = right[k + 1], b2 = right[k + 2], b3 = right[k + 3];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]))));
            nextSums[j] =
                    Math.fma(c3, b3[j], Math.fma(c2, b2[j], Math.fma(c1, b1[j], Math.fma(c0, b0[j], nextSums[j]))));
        }
    }

    private static void addOne(double a, double c, double[] b, double[] sums, double[] nextSums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(a, b[j], sums[j]);
            nextSums[j] = Math.fma(c, b[j], nextSums[j]);
        }
    }
}
