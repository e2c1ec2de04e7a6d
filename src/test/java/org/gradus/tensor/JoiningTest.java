package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JoiningTest {
    private final Tensor a = Tensor.of(new double[][] {{1, 2}});
    private final Tensor b = Tensor.of(new double[][] {{3, 4}});

    @Test
    void tensorsAreConcatenatedAlongAnyAxis() {
        assertThat(Joining.concat(0, a, b)).hasToString("Tensor(2, 2) [[1.0, 2.0], [3.0, 4.0]]");
        assertThat(Joining.concat(-1, a, b)).hasToString("Tensor(1, 4) [[1.0, 2.0, 3.0, 4.0]]");
    }

    @Test
    void theCallersArrayIsNotKept() {
        Parameter w = new Parameter("w", a);
        Tensor[] parts = {w.value(), b};
        Tensor joined = Joining.concat(0, parts);
        parts[0] = b;
        assertThat(joined.sum().backward().of(w).toArray()).containsExactly(1, 1);
    }

    @Test
    void tensorsAreStackedAlongANewAxis() {
        Tensor x = Tensor.of(1, 2);
        Tensor y = Tensor.of(3, 4);
        assertThat(Joining.stack(0, x, y)).hasToString("Tensor(2, 2) [[1.0, 2.0], [3.0, 4.0]]");
        assertThat(Joining.stack(1, x, y)).hasToString("Tensor(2, 2) [[1.0, 3.0], [2.0, 4.0]]");
        assertThat(Joining.stack(-1, x, y)).hasToString("Tensor(2, 2) [[1.0, 3.0], [2.0, 4.0]]");
        assertThat(Joining.stack(0, Tensor.scalar(1), Tensor.scalar(2))).hasToString("Tensor(2) [1.0, 2.0]");
    }

    @Test
    void eachOfStackedTensorsGetsItsSliceOfTheGradient() {
        Parameter w = new Parameter("w", Tensor.of(1, 2));
        Tensor stacked = Joining.stack(1, Tensor.of(0, 0), w.value(), w.value());
        Tensor loss = stacked.mul(Tensor.of(1, 10, 100)).sum();
        assertThat(loss.backward().of(w).toArray()).containsExactly(110, 110);
    }

    @Test
    void onlyTensorsOfOneShapeCanBeStacked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Joining.stack(0, a, Tensor.of(1, 2)))
                .withMessage("stack: shapes (1, 2) and (2) differ; stacked tensors need one shape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Joining.stack(0))
                .withMessage("stack: needs at least one tensor, found none");
    }

    @Test
    void nothingCannotBeConcatenated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Joining.concat(0))
                .withMessage("concat: needs at least one tensor, found none");
    }

    @Test
    void theAxisMustExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Joining.concat(2, a, b))
                .withMessage("axis 2 does not exist: shape (1, 2) has axes 0 to 1 (or -2 to -1)");
    }
}
