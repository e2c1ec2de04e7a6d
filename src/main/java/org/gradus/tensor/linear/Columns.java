package org.gradus.tensor.linear;

/**
 * Loops down the columns of some rows, beside vectors of one number per column. Every column is by itself and goes from the first row to the
 * last, so that all implementations give the same bits, however many columns they take side by side.
 */
public interface Columns {
    /**
     * Which numbers of a matrix.
     *
     * @param from where the first row starts
     * @param rows how many rows
     * @param step how far the next row is
     * @param n how many columns
     * @param at where the numbers for the columns start in a vector
     */
    record Block(int from, int rows, int step, int n, int at) {
        /** The columns from one on. */
        Block after(int column) {
            return new Block(from + column, rows, step, n - column, at + column);
        }
    }

    /** {@return the fastest that this JVM has} */
    static Columns fastest() {
        return MatrixProduct.KERNEL.columns();
    }

    /**
     * Adds Σ x to each column's sum.
     *
     * @param block which numbers
     * @param x the matrix
     * @param sums what is added to
     */
    void sum(Block block, double[] x, double[] sums);

    /**
     * Adds Σ (x − c)² to each column's sum.
     *
     * @param block which numbers
     * @param x the matrix
     * @param c one number per column
     * @param sums what is added to
     */
    void squares(Block block, double[] x, double[] c, double[] sums);

    /**
     * Adds Σ g · (x − c) to each column's sum.
     *
     * @param block which numbers
     * @param g one matrix
     * @param x the other
     * @param c one number per column
     * @param sums what is added to
     */
    void products(Block block, double[] g, double[] x, double[] c, double[] sums);

    /**
     * Fills y with (x − c) · w + b.
     *
     * @param block which numbers, of y too
     * @param x the matrix
     * @param c one number per column
     * @param w one number per column
     * @param b one number per column
     * @param y what to fill; may be x
     */
    void affine(Block block, double[] x, double[] c, double[] w, double[] b, double[] y);

    /**
     * Fills y with g · w − b − (x − c) · k.
     *
     * @param block which numbers, of y too
     * @param g one matrix
     * @param w one number per column
     * @param b one number per column
     * @param x the other matrix
     * @param c one number per column
     * @param k one number per column
     * @param y what to fill; may be g
     */
    void line(Block block, double[] g, double[] w, double[] b, double[] x, double[] c, double[] k, double[] y);
}
