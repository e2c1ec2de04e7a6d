package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The ops are tested one by one in the package selection; here, that the functions apply them, and broadcast. */
class SelectionTest {
    private final Tensor row = Tensor.of(1, 2, 3);
    private final Tensor column = Tensor.of(new double[][] {{2}, {3}});

    @Test
    void comparisonsBroadcast() {
        assertThat(Selection.greater(row, column)).hasToString("Tensor(2, 3) [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]");
        assertThat(Selection.equal(row, column)).hasToString("Tensor(2, 3) [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]");
    }

    @Test
    void extremesBroadcast() {
        assertThat(Selection.maximum(row, column)).hasToString("Tensor(2, 3) [[2.0, 2.0, 3.0], [3.0, 3.0, 3.0]]");
        assertThat(Selection.minimum(row, column)).hasToString("Tensor(2, 3) [[1.0, 2.0, 2.0], [1.0, 2.0, 3.0]]");
    }

    @Test
    void equalNumbersShareTheGradient() {
        Parameter a = new Parameter("a", row);
        assertThat(gradient(Selection.maximum(a.value(), Tensor.of(2, 2, 2)), a))
                .containsExactly(0, 0.5, 1);
        assertThat(gradient(Selection.minimum(a.value(), Tensor.of(2, 2, 2)), a))
                .containsExactly(1, 0.5, 0);
    }

    @Test
    void aConditionChoosesAmongNumbersOfAnyShape() {
        Tensor condition = Tensor.of(new double[][] {{1}, {0}});
        assertThat(Selection.where(condition, row, Tensor.scalar(9)))
                .hasToString("Tensor(2, 3) [[1.0, 2.0, 3.0], [9.0, 9.0, 9.0]]");
    }

    @Test
    void theGradientGoesToWhatWasTaken() {
        Parameter a = new Parameter("a", row);
        Parameter b = new Parameter("b", Tensor.scalar(9));
        Gradients gradients =
                Selection.where(Tensor.of(1, 0, 0), a.value(), b.value()).sum().backward();
        assertThat(gradients.of(a).toArray()).containsExactly(1, 0, 0);
        assertThat(gradients.of(b).item()).isEqualTo(2);
    }

    @Test
    void clampKeepsNumbersWithinBounds() {
        assertThat(Selection.clamp(row, 1.5, 2.5).toArray()).containsExactly(1.5, 2, 2.5);
        assertThat(Selection.clamp(row, 2, 2).toArray()).containsExactly(2, 2, 2);
        Parameter a = new Parameter("a", row);
        assertThat(gradient(Selection.clamp(a.value(), 2, 2.5), a)).containsExactly(0, 1, 0);
    }

    @Test
    void theBoundsMustBeInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.clamp(row, 2, 1))
                .withMessage("clamp: the lower bound 2.0 is more than the upper bound 1.0; swap them");
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.clamp(row, Double.NaN, 1));
    }

    @Test
    void shapesMustBroadcast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.greater(row, Tensor.of(1, 2)))
                .withMessageStartingWith("greater: shapes (3) and (2) do not broadcast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.where(Tensor.of(1, 0), row, row))
                .withMessageStartingWith("where: shapes (2) and (3) do not broadcast");
    }

    /** Adding 0 turns −0.0 into 0.0. */
    private static double[] gradient(Tensor y, Parameter p) {
        return y.sum().backward().of(p).add(0).toArray();
    }
}
