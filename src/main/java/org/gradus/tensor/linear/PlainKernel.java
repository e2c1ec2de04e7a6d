package org.gradus.tensor.linear;

/**
 * The kernel for any Java.
 *
 * <p>The right matrix is taken block by block, each small enough to stay in the level-2 cache while all rows of the left one pass it. A block
 * is one array per row, so that every array in the innermost loop is indexed by the bare loop variable: only then does the compiler vectorize
 * it. Two rows of the left matrix are taken at a time and four of the right, so that each number in hand is used several times.
 */
record PlainKernel() implements Kernel {
    private static final int DEPTH = 64;
    private static final int WIDTH = 256; // a block takes 128 kB

    @Override
    public void multiply(Matrix a, Matrix b, double[] y, int offset) {
        int n = b.columns();
        double[][] block = new double[Math.min(b.rows(), DEPTH)][Math.min(n, WIDTH)];
        double[] sums = new double[Math.min(n, WIDTH)];
        double[] nextSums = new double[Math.min(n, WIDTH)];
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(n - j, WIDTH);
            for (int k = 0; k < b.rows(); k += DEPTH) {
                int depth = Math.min(b.rows() - k, DEPTH);
                b.copyTo(block, k, depth, j, width);
                for (int i = 0; i < a.rows(); i += 2) {
                    int next = Math.min(i + 1, a.rows() - 1); // the last of an odd number of rows is its own neighbor
                    int at = offset + i * n + j;
                    int nextAt = offset + next * n + j;
                    System.arraycopy(y, at, sums, 0, width);
                    System.arraycopy(y, nextAt, nextSums, 0, width);
                    add(a, i, next, k, depth, block, width, sums, nextSums);
                    System.arraycopy(sums, 0, y, at, width);
                    System.arraycopy(nextSums, 0, y, nextAt, width);
                }
            }
        }
    }

    @Override
    public Columns columns() {
        return new PlainColumns();
    }

    /** Carries the chains of two rows down a block that starts at row {@code first} of the right matrix. */
    private static void add(
            Matrix a, int i, int next, int first, int depth, double[][] b, int n, double[] sums, double[] nextSums) {
        int r = 0;
        for (; r + 3 < depth; r += 4) {
            int k = first + r;
            double a0 = a.at(i, k), a1 = a.at(i, k + 1), a2 = a.at(i, k + 2), a3 = a.at(i, k + 3);
            double c0 = a.at(next, k), c1 = a.at(next, k + 1), c2 = a.at(next, k + 2), c3 = a.at(next, k + 3);
            double[] b0 = b[r], b1 = b[r + 1], b2 = b[r + 2], b3 = b[r + 3];
            for (int j = 0; j < n; j++) {
                sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]))));
                nextSums[j] =
                        Math.fma(c3, b3[j], Math.fma(c2, b2[j], Math.fma(c1, b1[j], Math.fma(c0, b0[j], nextSums[j]))));
            }
        }
        for (; r < depth; r++) {
            addOne(a.at(i, first + r), a.at(next, first + r), b[r], n, sums, nextSums);
        }
    }

    private static void addOne(double a, double c, double[] b, int n, double[] sums, double[] nextSums) {
        for (int j = 0; j < n; j++) {
            sums[j] = Math.fma(a, b[j], sums[j]);
            nextSums[j] = Math.fma(c, b[j], nextSums[j]);
        }
    }
}
