/**
 * Matrix products. {@link org.gradus.tensor.linear.Matmul} and its two transposed variants are closed under differentiation: the adjoint of
 * each input of each of them is again one of the three, so no transposed matrix is ever recorded.
 *
 * <p>Every element of a product is one chain of fused multiply-adds over the inner index, in ascending order. That fixes its bits: however
 * the loops are blocked or vectorized, each element is rounded in the same way.
 */
package org.gradus.tensor.linear;
