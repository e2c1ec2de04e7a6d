package org.gradus.tensor.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Every row is computed once, whoever computes it. That the number of threads changes no bit is tested in {@link KernelChoiceTest} too. */
class RowBlocksTest {
    private final Numbers numbers = new Numbers(3);

    @Test
    void everyRowIsInOneBlock() {
        for (int rows = 0; rows <= 40; rows++) {
            for (int size = 1; size <= 41; size++) {
                AtomicIntegerArray times = new AtomicIntegerArray(rows);
                new RowBlocks(rows, size).forEach((from, to) -> {
                    for (int row = from; row < to; row++) {
                        times.incrementAndGet(row);
                    }
                });
                for (int row = 0; row < rows; row++) {
                    assertThat(times.get(row)).as("row %s of %s", row, rows).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aSmallProductIsOneBlock() {
        assertThat(blocks(64, 64, 64)).isEqualTo(new RowBlocks(64, 64));
        assertThat(blocks(0, 5, 7)).isEqualTo(new RowBlocks(0, 0));
    }

    @Test
    void aWorkerOfAPoolIsLeftAlone() throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(1);
        Set<String> threads = new ConcurrentSkipListSet<>();
        RowBlocks blocks = pool.submit(() -> {
                    RowBlocks found = blocks(300, 300, 300);
                    found.forEach(
                            (from, to) -> threads.add(Thread.currentThread().getName()));
                    return found;
                })
                .get();
        pool.shutdown();
        assertThat(blocks).isEqualTo(new RowBlocks(300, 300));
        assertThat(threads).hasSize(1);
    }

    @Test
    void aLargeProductHasTheBitsOfAWorkersOwn() throws ExecutionException, InterruptedException {
        Tensor a = numbers.tensor(-2, 2, Shape.of(203, 150));
        Tensor b = numbers.tensor(-2, 2, Shape.of(150, 101));
        ForkJoinPool pool = new ForkJoinPool(1);
        double[] alone = pool.submit(() -> a.matmul(b).toArray()).get();
        pool.shutdown();
        assertThat(a.matmul(b).toArray()).isEqualTo(alone);
    }

    private RowBlocks blocks(int m, int k, int n) {
        return RowBlocks.of(matrix(m, k), matrix(k, n));
    }

    private static Matrix matrix(int rows, int columns) {
        return Matrix.of(new double[rows * columns], Shape.of(rows, columns), 0);
    }
}
