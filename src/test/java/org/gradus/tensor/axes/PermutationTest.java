package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationTest {
    private final Shape vector = Shape.of(5);
    private final Shape matrix = Shape.of(2, 3);
    private final Shape cube = Shape.of(2, 3, 4);

    @Test
    void withoutAnOrderTheLastTwoAxesSwap() {
        assertThat(Permutation.of(matrix).axes()).containsExactly(1, 0);
        assertThat(Permutation.of(cube).axes()).containsExactly(0, 2, 1);
        assertThat(Permutation.of(Shape.of(2, 3, 4, 5)).axes()).containsExactly(0, 1, 3, 2);
    }

    @Test
    void negativeAxesCountFromTheEnd() {
        assertThat(Permutation.of(cube, -1, 0, -2).axes()).containsExactly(2, 0, 1);
        assertThat(Permutation.of(vector, -1).axes()).containsExactly(0);
    }

    @Test
    void theInverseUndoesTheOrder() {
        assertThat(new Permutation(List.of(2, 0, 1)).inverse().axes()).containsExactly(1, 2, 0);
        assertThat(new Permutation(List.of(2, 0, 3, 1)).inverse().inverse().axes())
                .containsExactly(2, 0, 3, 1);
        assertThat(new Permutation(List.of()).inverse().axes()).isEmpty();
    }

    @Test
    void theListIsCopied() {
        List<Integer> axes = new ArrayList<>(List.of(1, 0));
        Permutation order = new Permutation(axes);
        axes.set(0, 7);
        assertThat(order.axes()).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0   | transpose: order [0, 0] does not name each axis from 0 to 1 once",
                "0 -2  | transpose: order [0, 0] does not name each axis from 0 to 1 once",
                "0 2   | axis 2 does not exist: shape (2, 3) has axes 0 to 1 (or -2 to -1)",
                "0 1 2 | transpose: shape (2, 3) has 2 axes, but 3 were named; name each axis once",
                "0     | transpose: shape (2, 3) has 2 axes, but 1 were named; name each axis once",
            })
    void anOrderMustNameEachAxisOnce(String order, String sentence) {
        int[] axes =
                List.of(order.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permutation.of(matrix, axes))
                .withMessage(sentence);
    }

    @Test
    void theLastTwoAxesCanOnlySwapIfThereAreTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permutation.of(vector))
                .withMessage("transpose: shape (5) has 1 axes, but swapping needs two; name each axis once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permutation.of(Shape.SCALAR))
                .withMessage("transpose: shape () has 0 axes, but swapping needs two; name each axis once");
    }
}
