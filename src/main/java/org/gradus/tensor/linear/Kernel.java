package org.gradus.tensor.linear;

/**
 * The loops of a matrix product. All kernels give the same bits: y(i, j) is the chain fma(aᵢₖ, bₖⱼ, ·) over k = 0, 1, … from start(j), and
 * each step of it is rounded in the same way wherever it is computed. So a kernel may compute many elements side by side, and leave a chain
 * and take it up again, but it may not split a chain into two or change the order of its steps.
 */
interface Kernel {
    /**
     * Multiplies.
     *
     * @param a the left matrix
     * @param b the right matrix, with as many rows as a has columns
     * @param start what the chains of each row start from, one number per column of b
     * @param y where the product goes, row-major
     * @param offset where in y it starts
     */
    void multiply(Matrix a, Matrix b, double[] start, double[] y, int offset);
}
