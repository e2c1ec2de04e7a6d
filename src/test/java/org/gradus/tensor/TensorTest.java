package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.tensor.elementwise.Mul;
import org.junit.jupiter.api.Test;

/** How tensors are made, read, printed and reduced; the ops themselves are tested one by one in the sub-packages. */
class TensorTest {
    private final Tensor matrix = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void factoriesGiveShapeAndNumbers() {
        check(Tensor.of(1, 2, 3), Shape.of(3), 1, 2, 3);
        check(Tensor.of(), Shape.of(0));
        check(matrix, Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        check(Tensor.of(new double[0][]), Shape.of(0, 0));
        check(Tensor.of(new double[2][0]), Shape.of(2, 0));
        check(Tensor.of(Shape.of(2, 1, 2), 1, 2, 3, 4), Shape.of(2, 1, 2), 1, 2, 3, 4);
        check(Tensor.scalar(-0.0), Shape.SCALAR, -0.0);
        check(Tensor.full(Shape.of(2, 2), 7), Shape.of(2, 2), 7, 7, 7, 7);
    }

    @Test
    void factoriesCopyWhatTheyAreGiven() {
        double[] vector = {1, 2};
        double[][] rows = {{1, 2}};
        Tensor[] made = {Tensor.of(vector), Tensor.of(rows), Tensor.of(Shape.of(2), vector)};
        vector[0] = 99;
        rows[0][1] = 99;
        assertThat(made).allSatisfy(tensor -> assertThat(tensor.toArray()).containsExactly(1, 2));
    }

    @Test
    void whatIsReadIsACopy() {
        matrix.toArray()[0] = 99;
        assertThat(matrix.get(0, 0)).isEqualTo(1);
    }

    @Test
    void rowsMustHaveOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3, 4}, {5}}))
                .withMessage("matrix: the rows have [2, 2, 1] elements; all rows must have the same length");
    }

    @Test
    void theNumberOfElementsMustBeTheShapes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(Shape.of(2, 3), 1, 2, 3))
                .withMessage("tensor: shape (2, 3) holds 6 elements, but 3 were given");
    }

    @Test
    void elementsAreReadInRowMajorOrder() {
        Tensor cube = Tensor.of(
                Shape.of(2, 3, 4), IntStream.range(0, 24).asDoubleStream().toArray());
        assertThat(cube.get(0, 0, 3)).isEqualTo(3);
        assertThat(cube.get(0, 2, 0)).isEqualTo(8);
        assertThat(cube.get(1, 2, 3)).isEqualTo(23);
        assertThat(Tensor.scalar(5).get()).isEqualTo(5);
    }

    @Test
    void getNeedsOneIndexPerAxisWithinItsAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.get(1))
                .withMessage("get: 1 indices were given for shape (2, 3), which has 2 axes; give one per axis");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix.get(0, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix.get(-1, 0));
    }

    @Test
    void itemIsTheOnlyElement() {
        assertThat(Tensor.of(Shape.of(1, 1), 5).item()).isEqualTo(5);
        assertThatIllegalStateException()
                .isThrownBy(matrix::item)
                .withMessage("item: a tensor of shape (2, 3) has 6 elements, not one; use get(index…) or toArray()");
        assertThatIllegalStateException()
                .isThrownBy(() -> Tensor.of().item())
                .withMessage("item: a tensor of shape (0) has 0 elements, not one; use get(index…) or toArray()");
    }

    @Test
    void copyToFillsAStretchOfAVector() {
        double[] vector = new double[8];
        matrix.copyTo(vector, 1);
        assertThat(vector).containsExactly(0, 1, 2, 3, 4, 5, 6, 0);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix.copyTo(vector, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix.copyTo(vector, -1));
    }

    @Test
    void equalityIsIdentity() {
        assertThat(Tensor.of(1, 2)).isNotEqualTo(Tensor.of(1, 2));
    }

    @Test
    void detachKeepsTheNumbersAndDropsTheGraph() {
        Tensor y = new Parameter("w", matrix).value().mul(2);
        assertThat(y.tracked()).isTrue();
        Tensor detached = y.detach();
        assertThat(detached.tracked()).isFalse();
        check(detached, Shape.of(2, 3), 2, 4, 6, 8, 10, 12);
        assertThat(matrix.detach()).isSameAs(matrix);
    }

    @Test
    void theArrayOfInputsIsNotKept() {
        Parameter w = new Parameter("w", Tensor.of(1, 2));
        Tensor[] inputs = {w.value(), Tensor.of(3, 4)};
        Tensor product = Tensor.apply(new Mul(), inputs);
        inputs[0] = inputs[1];
        assertThat(product.sum().backward().of(w).toArray()).containsExactly(3, 4);
    }

    @Test
    void plainNumbersActOnEveryElement() {
        Tensor x = Tensor.of(1, -2);
        check(x.add(0.5), Shape.of(2), 1.5, -1.5);
        check(x.sub(0.5), Shape.of(2), 0.5, -2.5);
        check(x.mul(4), Shape.of(2), 4, -8);
        check(x.div(4), Shape.of(2), 0.25, -0.5);
        check(x.neg(), Shape.of(2), -1, 2);
        check(x.pow(3), Shape.of(2), 1, -8);
    }

    @Test
    void functionsAreNamedAfterWhatTheyCompute() {
        check(Tensor.of(0, 1).exp(), Shape.of(2), 1, Math.E);
        check(Tensor.of(1, 0).log(), Shape.of(2), 0, Double.NEGATIVE_INFINITY);
        check(Tensor.of(4, 9).sqrt(), Shape.of(2), 2, 3);
        check(Tensor.of(1, 2).sub(Tensor.of(5, 7)), Shape.of(2), -4, -5);
        check(Tensor.of(1, 2).div(Tensor.of(4, 8)), Shape.of(2), 0.25, 0.25);
        check(matrix.matmul(Tensor.of(new double[][] {{1}, {10}, {100}})), Shape.of(2, 1), 321, 654);
        check(matrix.transpose(), Shape.of(3, 2), 1, 4, 2, 5, 3, 6);
        check(matrix.slice(-1, 1, 3), Shape.of(2, 2), 2, 3, 5, 6);
    }

    @Test
    void reductionsDropTheirAxes() {
        check(matrix.sum(), Shape.SCALAR, 21);
        check(matrix.sum(0), Shape.of(3), 5, 7, 9);
        check(matrix.sum(-1), Shape.of(2), 6, 15);
        check(matrix.sum(0, 1), Shape.SCALAR, 21);
        check(matrix.mean(), Shape.SCALAR, 3.5);
        check(matrix.mean(1), Shape.of(2), 2, 5);
        check(matrix.max(), Shape.SCALAR, 6);
        check(matrix.max(0), Shape.of(3), 4, 5, 6);
    }

    @Test
    void reductionsOfNothingAreDefined() {
        Tensor empty = Tensor.of(new double[2][0]);
        check(empty.sum(1), Shape.of(2), 0, 0);
        check(empty.sum(0), Shape.of(0));
        check(empty.mean(1), Shape.of(2), Double.NaN, Double.NaN);
        check(empty.mean(0), Shape.of(0));
        check(empty.max(), Shape.SCALAR, Double.NEGATIVE_INFINITY);
    }

    @Test
    void anOpThatWouldChangeNothingIsNotApplied() {
        assertThat(matrix.expand(Shape.of(2, 3))).isSameAs(matrix);
        assertThat(matrix.sumTo(Shape.of(2, 3))).isSameAs(matrix);
        assertThat(matrix.reshape(Shape.of(2, 3))).isSameAs(matrix);
    }

    @Test
    void printsItsShapeAndNumbers() {
        assertThat(Tensor.scalar(5)).hasToString("Tensor() 5.0");
        assertThat(Tensor.of(1, -0.0)).hasToString("Tensor(2) [1.0, -0.0]");
        assertThat(matrix).hasToString("Tensor(2, 3) [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]");
        assertThat(Tensor.of()).hasToString("Tensor(0) []");
        assertThat(Tensor.of(new double[2][0])).hasToString("Tensor(2, 0) [[], []]");
    }

    @Test
    void longAxesAreShortenedInTheMiddle() {
        assertThat(counting(6)).hasToString("Tensor(6) [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]");
        assertThat(counting(7)).hasToString("Tensor(7) [0.0, 1.0, 2.0, …, 4.0, 5.0, 6.0]");
        assertThat(counting(100).reshape(Shape.of(100, 1)))
                .hasToString("Tensor(100, 1) [[0.0], [1.0], [2.0], …, [97.0], [98.0], [99.0]]");
    }

    private static Tensor counting(int n) {
        return Tensor.of(IntStream.range(0, n).asDoubleStream().toArray());
    }

    private static void check(Tensor tensor, Shape shape, double... numbers) {
        assertThat(tensor.shape()).isEqualTo(shape);
        assertThat(tensor.toArray()).as(Arrays.toString(numbers)).isEqualTo(numbers);
    }

    @Test
    void oneSizeOfAReshapeMayBeLeftOpen() {
        assertThat(matrix.reshape(-1).shape()).isEqualTo(Shape.of(6));
        assertThat(matrix.reshape(3, -1).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(matrix.reshape(1, 6).shape()).isEqualTo(Shape.of(1, 6));
        assertThat(Tensor.scalar(2).reshape(-1, 1).shape()).isEqualTo(Shape.of(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.reshape(-1, -1))
                .withMessage("reshape: (-1, -1) leaves two sizes open with -1; give all but one");
        for (int size : new int[] {4, 0, -2}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> matrix.reshape(size, -1))
                    .withMessage("reshape: no size in place of -1 makes (%s, -1) hold the 6 elements of shape (2, 3); "
                                    .formatted(size)
                            + "give other sizes");
        }
    }

    @Test
    void aReshapeSharesTheNumbersAndIsRecorded() {
        assertThat(matrix.reshape(6).data).isSameAs(matrix.data);
        Parameter w = new Parameter("w", matrix);
        assertThat(w.value().reshape(6).slice(0, 1, 2).sum().backward().of(w).toArray())
                .containsExactly(0, 1, 0, 0, 0, 0);
    }
}
