package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors and stacks; the products themselves are tested in the package linear. */
class MatmulShapesTest {
    private final Numbers numbers = new Numbers(1);

    @Test
    void aVectorOnTheLeftIsARow() {
        Tensor product = Tensor.of(1, 10).matmul(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        assertThat(product).hasToString("Tensor(3) [41.0, 52.0, 63.0]");
    }

    @Test
    void aVectorOnTheRightIsAColumn() {
        Tensor product = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).matmul(Tensor.of(1, 10, 100));
        assertThat(product).hasToString("Tensor(2) [321.0, 654.0]");
    }

    @Test
    void twoVectorsHaveAnInnerProduct() {
        assertThat(Tensor.of(1, 2, 3).matmul(Tensor.of(4, 5, 6))).hasToString("Tensor() 32.0");
    }

    @Test
    void stacksBroadcast() {
        Tensor a = numbers.whole(Shape.of(2, 1, 3, 4));
        Tensor b = numbers.whole(Shape.of(5, 4, 2));
        Tensor c = a.matmul(b);
        assertThat(c.shape()).isEqualTo(Shape.of(2, 5, 3, 2));
        for (int s = 0; s < 2; s++) {
            for (int t = 0; t < 5; t++) {
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 2; j++) {
                        double sum = 0;
                        for (int k = 0; k < 4; k++) {
                            sum += a.get(s, 0, i, k) * b.get(t, k, j);
                        }
                        assertThat(c.get(s, t, i, j)).isEqualTo(sum);
                    }
                }
            }
        }
    }

    @Test
    void vectorsMeetStacks() {
        Tensor stack = numbers.whole(Shape.of(2, 3, 4));
        assertThat(numbers.whole(Shape.of(3)).matmul(stack).shape()).isEqualTo(Shape.of(2, 4));
        assertThat(stack.matmul(numbers.whole(Shape.of(4))).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void gradientsOfBroadcastStacksAgreeWithDifferences() {
        List<Tensor> x = List.of(numbers.tensor(2, 1, 2, 3), numbers.tensor(2, 3, 2), numbers.tensor(2));
        assertThat(GradientCheck.of(p -> p.get(0).matmul(p.get(1)).matmul(p.get(2)), x, new RandomStream(2)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void shapesThatDoNotFitAreExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbers.tensor(32, 784).matmul(numbers.tensor(128, 10)))
                .withMessage("matmul: inner dimensions differ: left is (32, 784), right is (128, 10); "
                        + "left columns must equal right rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.scalar(2).matmul(numbers.tensor(2, 2)))
                .withMessage(
                        "matmul: needs two matrices, but left is () and right is (2, 2); reshape them to two axes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbers.tensor(2, 3, 3).matmul(numbers.tensor(5, 3, 3)))
                .withMessageStartingWith("matmul: shapes (2) and (5) do not broadcast");
    }
}
