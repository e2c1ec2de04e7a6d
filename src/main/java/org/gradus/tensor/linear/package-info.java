/**
 * Matrix products. {@link org.gradus.tensor.linear.Matmul} and its two transposed variants are closed under differentiation: the adjoint of
 * each input of each of them is again one of the three, so no transposed matrix is ever recorded.
 *
 * <p>Every element of a product is one chain of fused multiply-adds over the inner index, in ascending order. That fixes its bits: however
 * the loops are blocked or vectorized, each element is rounded in the same way.
 *
 * <p>{@link org.gradus.tensor.linear.Columns}, the loops down columns that normalizations and sums need, come with the kernel: what was said of
 * its bits holds for them too.
 *
 * <p>The rows of a large product have nothing to do with each other, so they are shared out among threads: the caller and the workers of the
 * {@linkplain java.util.concurrent.ForkJoinPool#commonPool() common pool}. A caller that is itself a worker of a pool, as in a parallel
 * stream or a comparison with several runs under way, computes its products alone, because the others there have their own work. So there
 * are two ways to ask for one thread: {@code -Djava.util.concurrent.ForkJoinPool.common.parallelism=0} for all of a JVM, or {@code new
 * ForkJoinPool(1).submit(…)} for one computation. The bits are always the same.
 */
package org.gradus.tensor.linear;
