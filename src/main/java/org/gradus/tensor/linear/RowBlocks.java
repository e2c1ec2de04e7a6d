package org.gradus.tensor.linear;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * How the rows of a product are shared out: into as many blocks as there are threads for them. No element's chain is touched by that, so the
 * bits are those of one block.
 *
 * @param rows how many rows there are
 * @param size how many of them a block has; the last may have fewer
 */
record RowBlocks(int rows, int size) {
    /** So many multiply-adds take about as long as it takes to wake a second thread ten times over. */
    private static final long WORTH_A_SECOND_THREAD = 1 << 21;

    /** Rows of a block are a multiple of this, so that only the last one has tiles with rows missing. */
    private static final int MULTIPLE = 8;

    private static final String COMMON_PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

    /** What one block does. */
    interface Block {
        /** Computes the rows from one to before another. */
        void compute(int from, int to);
    }

    /** One block for a small product or a caller that is itself a worker of a pool; otherwise one per thread. */
    static RowBlocks of(Matrix a, Matrix b) {
        int rows = a.rows();
        long work = (long) rows * b.rows() * b.columns();
        int blocks = work < WORTH_A_SECOND_THREAD ? 1 : threads();
        int size = (rows + blocks - 1) / blocks;
        return new RowBlocks(rows, blocks == 1 ? rows : (size + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
    }

    /** The calling thread and the workers of the common pool, but not more than there are processors. */
    private static int threads() {
        boolean alone = ForkJoinTask.inForkJoinPool()
                || "0".equals(System.getProperty(COMMON_PARALLELISM)); // which the pool itself reports as 1
        int workers = alone ? 0 : ForkJoinPool.getCommonPoolParallelism();
        return Math.min(1 + workers, Runtime.getRuntime().availableProcessors());
    }

    /** Computes all blocks; returns when the last is done. */
    void forEach(Block block) {
        if (size >= rows) {
            block.compute(0, rows);
            return;
        }
        IntStream.range(0, (rows + size - 1) / size)
                .parallel()
                .forEach(i -> block.compute(i * size, Math.min((i + 1) * size, rows)));
    }
}
