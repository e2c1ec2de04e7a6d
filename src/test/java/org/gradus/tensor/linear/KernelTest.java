package org.gradus.tensor.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plain kernel, and the one in use, compute every element as one chain of fused multiply-adds, to the bit. */
class KernelTest {
    /** What stands in y around the product, and must stay there. */
    private static final double FENCE = 7.25;

    private static final int OFFSET = 3;

    private static final double[] EDGES = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL / 3,
        Double.MAX_VALUE,
        -1e-300
    };

    private static Stream<Kernel> kernels() {
        return Stream.of(new PlainKernel(), KernelChoice.fastest());
    }

    @Test
    void theBuildRunsTheKernelOnTheVectorApi() {
        assertThat(KernelChoice.fastest())
                .as("the kernel in use; outside Maven, run the tests with --add-modules jdk.incubator.vector")
                .isNotInstanceOf(PlainKernel.class);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void smallSizes(Kernel kernel) {
        for (int m = 1; m <= 9; m++) {
            for (int k = 1; k <= 9; k++) {
                for (int n = 1; n <= 9; n++) {
                    check(kernel, m, k, n, KernelTest::ordinary);
                }
            }
        }
    }

    /** Around the edges of tiles, with vectors of 2, 4 or 8 numbers, and around those of panels. */
    @ParameterizedTest
    @MethodSource("kernels")
    void largerSizes(Kernel kernel) {
        for (int n = 10; n <= 51; n++) {
            check(kernel, 5, 3, n, KernelTest::ordinary);
        }
        for (int k : List.of(255, 256, 257, 511, 513, 769)) {
            check(kernel, 6, k, 27, KernelTest::ordinary);
        }
        check(kernel, 17, 33, 65, KernelTest::ordinary);
        check(kernel, 31, 257, 10, KernelTest::ordinary);
        check(kernel, 64, 64, 64, KernelTest::ordinary);
        check(kernel, 1, 1000, 3, KernelTest::ordinary);
        check(kernel, 3, 2, 1001, KernelTest::ordinary);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void emptyMatrices(Kernel kernel) {
        check(kernel, 0, 2, 3, KernelTest::ordinary);
        check(kernel, 2, 0, 3, KernelTest::ordinary);
        check(kernel, 2, 3, 0, KernelTest::ordinary);
        check(kernel, 0, 0, 0, KernelTest::ordinary);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void edgesOfArithmetic(Kernel kernel) {
        for (int n = 1; n <= 51; n++) {
            check(kernel, 7, 2, n, KernelTest::rarelyAnEdge);
            check(kernel, 3, 11, n, KernelTest::rarelyAnEdge);
            check(kernel, 5, 1, n, numbers -> EDGES[numbers.below(EDGES.length)]);
        }
        check(kernel, 9, 600, 33, numbers -> 1e-160 * ordinary(numbers));
    }

    /** What the compiler makes of the loops after a while computes what the interpreter computed. */
    @ParameterizedTest
    @MethodSource("kernels")
    void hotLoops(Kernel kernel) {
        for (int round = 0; round < 200; round++) {
            check(kernel, 22, 96, 52, KernelTest::ordinary);
        }
    }

    /** The product of none keeps the sign of its start, which the sum of a start and 0 · 0 would not. */
    @ParameterizedTest
    @MethodSource("kernels")
    void negativeZero(Kernel kernel) {
        check(kernel, 4, 0, 5, numbers -> -0.0);
        check(kernel, 4, 3, 5, numbers -> numbers.below(2) == 0 ? 0.0 : -0.0);
    }

    /** All four pairs of transposed or not, each matrix the middle one of a stack. */
    private static void check(Kernel kernel, int m, int k, int n, ToDoubleFunction<Numbers> draw) {
        for (int pair = 0; pair < 4; pair++) {
            Numbers numbers = new Numbers(10_000L * m + 100L * k + n);
            Matrix a = matrix(m, k, pair % 2 == 1, numbers, draw);
            Matrix b = matrix(k, n, pair / 2 == 1, numbers, draw);
            double[] start = draw(m * n, numbers, draw);
            double[] y = new double[OFFSET + m * n + OFFSET];
            Arrays.fill(y, FENCE);
            System.arraycopy(start, 0, y, OFFSET, m * n);
            kernel.multiply(a, b, y, OFFSET);
            for (int at = 0; at < y.length; at++) {
                int element = at - OFFSET;
                boolean inside = element >= 0 && element < m * n;
                double wanted = inside ? chain(a, b, start[element], element / n, element % n) : FENCE;
                if (Double.doubleToLongBits(y[at]) != Double.doubleToLongBits(wanted)) {
                    assertThat(y[at])
                            .as("%s, (%d, %d) by (%d, %d), pair %d, element %d", kernel, m, k, k, n, pair, element)
                            .isEqualTo(wanted);
                }
            }
        }
    }

    private static double chain(Matrix a, Matrix b, double start, int i, int j) {
        double sum = start;
        for (int k = 0; k < b.rows(); k++) {
            sum = Math.fma(a.at(i, k), b.at(k, j), sum);
        }
        return sum;
    }

    private static Matrix matrix(
            int rows, int columns, boolean transposed, Numbers numbers, ToDoubleFunction<Numbers> draw) {
        Shape shape = transposed ? Shape.of(3, columns, rows) : Shape.of(3, rows, columns);
        Matrix matrix = Matrix.of(draw(shape.size(), numbers, draw), shape, 1);
        return transposed ? matrix.transposed() : matrix;
    }

    private static double[] draw(int count, Numbers numbers, ToDoubleFunction<Numbers> draw) {
        return Stream.generate(() -> numbers).limit(count).mapToDouble(draw).toArray();
    }

    /** Numbers of very different sizes, so that every other order of a chain has other bits. */
    private static double ordinary(Numbers numbers) {
        return Math.scalb(numbers.between(-1, 1), numbers.below(20));
    }

    private static double rarelyAnEdge(Numbers numbers) {
        return numbers.below(9) == 0 ? EDGES[numbers.below(EDGES.length)] : ordinary(numbers);
    }
}
