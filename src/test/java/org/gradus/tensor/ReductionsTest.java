package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReductionsTest {
    private final Tensor x = Tensor.of(new double[][] {{4, 1, 7}, {2, 9, -5}});

    @Test
    void minIsTheSmallestOverAnyAxes() {
        assertThat(Reductions.min(x).item()).isEqualTo(-5);
        assertThat(Reductions.min(x, 0).toArray()).containsExactly(2, 1, -5);
        assertThat(Reductions.min(x, -1).toArray()).containsExactly(1, -5);
    }

    /** Row 0 has mean 4 and squared distances 0, 9, 9; row 1 has mean 2 and 0, 49, 49. */
    @Test
    void variancesDivideByNOrNMinusOne() {
        assertThat(Reductions.variance(x, 1).toArray()).containsExactly(6, 98 / 3.0);
        assertThat(Reductions.sampleVariance(x, 1).toArray()).containsExactly(9, 49);
        assertThat(Reductions.variance(x, 0).toArray()).containsExactly(1, 16, 36);
        assertThat(Reductions.sampleVariance(Tensor.of(5), 0).item()).isNaN();
        assertThat(Reductions.variance(Tensor.of(1e9 + 4, 1e9 + 1, 1e9 + 7)).item())
                .isEqualTo(6);
    }

    @Test
    void normIsTheLength() {
        assertThat(Reductions.norm(Tensor.of(3, -4)).item()).isEqualTo(5);
        assertThat(Reductions.norm(x, 1).get(0)).isEqualTo(Math.sqrt(66));
    }

    @Test
    void reducedAxesCanBeKept() {
        assertThat(Reductions.keeping(x, Tensor::mean, 1).toArray())
                .isEqualTo(x.mean(1).toArray());
        assertThat(Reductions.keeping(x, Tensor::mean, 1).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(Reductions.keeping(x, Reductions::variance, -2).shape()).isEqualTo(Shape.of(1, 3));
        assertThat(Reductions.keeping(x, Tensor::max).shape()).isEqualTo(Shape.of(1, 1));
    }

    @Test
    void sumsRunAlongAnyAxis() {
        assertThat(Reductions.cumulativeSum(x, 1).toArray()).containsExactly(4, 5, 12, 2, 11, 6);
        assertThat(Reductions.cumulativeSum(x, -2).toArray()).containsExactly(4, 1, 7, 6, 10, 2);
    }

    @Test
    void argMaxIsTheFirstPlaceOfTheMaximum() {
        assertThat(Reductions.argMax(x, 1)).containsExactly(2, 1);
        assertThat(Reductions.argMax(x, 0)).containsExactly(0, 1, 0);
        assertThat(Reductions.argMax(Tensor.of(1, 3, 3), -1)).containsExactly(1);
        Tensor cube = new Numbers(1).tensor(2, 3, 4);
        int[] middle = Reductions.argMax(cube, 1);
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 4; k++) {
                assertThat(cube.get(i, middle[4 * i + k], k))
                        .isEqualTo(cube.max(1).get(i, k));
            }
        }
    }

    static Stream<UnaryOperator<Tensor>> functions() {
        return Stream.of(
                t -> Reductions.min(t, 0),
                t -> Reductions.variance(t, 1),
                t -> Reductions.sampleVariance(t),
                t -> Reductions.norm(t, 0),
                t -> Reductions.cumulativeSum(t, 0).exp());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gradientsAgreeWithDifferences(UnaryOperator<Tensor> f) {
        Tensor point = new Numbers(2).tensor(3, 4);
        assertThat(GradientCheck.of(t -> f.apply(t.get(0)), List.of(point), new RandomStream(3)))
                .allMatch(GradientCheck::passes);
    }
}
