package org.gradus.tensor.linear;

/**
 * The loops of a matrix product. All kernels give the same bits: y(i, j) is the chain fma(aᵢₖ, bₖⱼ, ·) over k = 0, 1, … from what stands there, and
 * each step of it is rounded in the same way wherever it is computed. So a kernel may compute many elements side by side, and leave a chain
 * and take it up again, but it may not split a chain into two or change the order of its steps.
 */
interface Kernel {
    /**
     * Adds a product to y.
     *
     * @param a the left matrix
     * @param b the right matrix, with as many rows as a has columns
     * @param y what the product is added to, row-major
     * @param offset where in y it starts
     */
    void multiply(Matrix a, Matrix b, double[] y, int offset);

    /** The loops over columns that go with it. */
    Columns columns();
}
