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
