package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxTest {
    private final Tensor x = new Numbers(1).tensor(3, 4);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, -2})
    void eachFunctionIsItsFormulaOverAnyAxis(int axis) {
        boolean down = axis == 0 || axis == -2;
        Tensor softmax = Softmax.softmax(x, axis);
        Tensor logSoftmax = Softmax.logSoftmax(x, axis);
        Tensor logSumExp = Softmax.logSumExp(x, axis);
        assertThat(logSumExp.shape()).isEqualTo(down ? Shape.of(1, 4) : Shape.of(3, 1));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                double sum = 0;
                for (int k = 0; k < (down ? 3 : 4); k++) {
                    sum += StrictMath.exp(down ? x.get(k, j) : x.get(i, k));
                }
                assertThat(softmax.get(i, j)).isCloseTo(StrictMath.exp(x.get(i, j)) / sum, within(1e-14));
                assertThat(logSoftmax.get(i, j)).isCloseTo(x.get(i, j) - StrictMath.log(sum), within(1e-14));
                assertThat(logSumExp.get(down ? 0 : i, down ? j : 0)).isCloseTo(StrictMath.log(sum), within(1e-14));
            }
        }
    }

    static Stream<Function<List<Tensor>, Tensor>> functions() {
        return Stream.of(
                x -> Softmax.softmax(x.get(0), 1),
                x -> Softmax.logSoftmax(x.get(0), 0),
                x -> Softmax.logSumExp(x.get(0), -1));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gradientsAgreeWithDifferences(Function<List<Tensor>, Tensor> f) {
        assertThat(GradientCheck.of(f, List.of(x), new RandomStream(2))).allMatch(GradientCheck::passes);
    }

    @Test
    void largeNumbersDoNotOverflow() {
        assertThat(Softmax.softmax(Tensor.of(1000, 1000), 0).toArray())
                .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        assertThat(Softmax.softmax(Tensor.of(0, 1e300), 0).toArray()).containsExactly(0, 1);
    }

    /** e⁻¹⁰⁰⁰ is no double, its logarithm is. */
    @Test
    void theLogarithmOfATinyProbabilityIsExact() {
        assertThat(Softmax.softmax(Tensor.of(0, -1000), 0).get(1)).isZero();
        assertThat(Softmax.logSoftmax(Tensor.of(0, -1000), 0).get(1)).isEqualTo(-1000);
    }
}
