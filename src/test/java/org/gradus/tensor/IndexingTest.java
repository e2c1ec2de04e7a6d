package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexingTest {
    private final Tensor x = new Numbers(1).tensor(2, 4, 3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, -1, -2, -3})
    void selectTakesSlicesOfAnyAxisInAnyOrder(int axis) {
        int[] indices = {1, 0, 1};
        Tensor selected = Indexing.select(x, axis, indices);
        int along = axis < 0 ? axis + 3 : axis;
        assertThat(selected.shape()).isEqualTo(x.shape().with(axis, 3));
        each(selected.shape(), index -> {
            int[] from = index.clone();
            from[along] = indices[index[along]];
            assertThat(selected.get(index)).isEqualTo(x.get(from));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, -2})
    void gatherTakesOneIndexPerElement(int axis) {
        Shape shape = x.shape().with(axis, 5).with(axis == 2 ? 0 : 2, 1);
        Numbers numbers = new Numbers(2);
        int[] indices = new int[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = numbers.below(x.shape().size(axis));
        }
        Tensor gathered = Indexing.gather(x, axis, shape, indices);
        int along = axis < 0 ? axis + 3 : axis;
        assertThat(gathered.shape()).isEqualTo(shape);
        each(shape, index -> {
            int[] from = index.clone();
            from[along] = indices[shape.offset(index)];
            assertThat(gathered.get(index)).isEqualTo(x.get(from));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void sliceTakesEveryStepthElement(int step) {
        Tensor vector = Tensor.of(0, 1, 2, 3, 4, 5, 6);
        double[] slice = Indexing.slice(vector, 0, 1, 6, step).toArray();
        assertThat(slice).hasSize((5 + step - 1) / step);
        for (int i = 0; i < slice.length; i++) {
            assertThat(slice[i]).isEqualTo(1 + i * step);
        }
    }

    @Test
    void embeddingTakesOneRowPerIndex() {
        Tensor table = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        assertThat(Indexing.embedding(table, Shape.of(2, 2), 2, 0, 0, 1))
                .hasToString("Tensor(2, 2, 2) [[[5.0, 6.0], [1.0, 2.0]], [[1.0, 2.0], [3.0, 4.0]]]");
    }

    @Test
    void padAddsZeros() {
        assertThat(Indexing.pad(Tensor.of(1, 2), -1, 1, 2).toArray()).containsExactly(0, 1, 2, 0, 0);
    }

    @Test
    void whatIsTakenTwiceGetsTheSumOfTheAdjoints() {
        Parameter p = new Parameter("p", Tensor.of(1, 2, 3));
        Tensor taken = Indexing.select(p.value(), 0, 2, 2, 0).mul(Tensor.of(1, 10, 100));
        assertThat(taken.sum().backward().of(p).toArray()).containsExactly(100, 0, 11);
    }

    static Stream<UnaryOperator<Tensor>> functions() {
        return Stream.of(
                t -> Indexing.select(t, 1, 3, 0, 3).exp(),
                t -> Indexing.gather(t, 0, Shape.of(3, 1, 2), 0, 1, 1, 1, 0, 0).exp(),
                t -> Indexing.slice(t, 1, 0, 4, 2).exp(),
                t -> Indexing.pad(t, 2, 1, 1).exp());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gradientsAgreeWithDifferences(UnaryOperator<Tensor> f) {
        assertThat(GradientCheck.of(t -> f.apply(t.get(0)), List.of(x), new RandomStream(3)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void nothingCanBeSelected() {
        assertThat(Indexing.select(x, 1).shape()).isEqualTo(Shape.of(2, 0, 3));
    }

    @Test
    void anIndexMustLieInItsAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indexing.select(x, 1, 0, 4))
                .withMessage("select: index 4 lies outside axis 1 of shape (2, 4, 3); it must be 0 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indexing.gather(x, -1, Shape.of(1, 1, 1), -1))
                .withMessage("gather: index -1 lies outside axis 2 of shape (2, 4, 3); it must be 0 to 2");
    }

    @Test
    void theShapeOfTheIndicesMustFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indexing.gather(x, 0, Shape.of(1, 5, 1), 0, 0, 0, 0, 0))
                .withMessage("gather: 5 indices of shape (1, 5, 1) do not fit (2, 4, 3); "
                        + "it needs the same rank, and only axis 0 may be longer");
        assertThatIllegalArgumentException().isThrownBy(() -> Indexing.gather(x, 0, Shape.of(2), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Indexing.gather(x, 0, Shape.of(1, 1, 1), 0, 0));
    }

    @Test
    void theStepMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indexing.slice(x, 1, 0, 4, 0))
                .withMessage("slice: the step must be at least 1, found 0");
    }

    private interface Visit {
        void at(int[] index);
    }

    private static void each(Shape shape, Visit visit) {
        int[] strides = shape.strides();
        for (int i = 0; i < shape.size(); i++) {
            int[] index = new int[shape.rank()];
            for (int axis = 0; axis < index.length; axis++) {
                index[axis] = i / strides[axis] % shape.size(axis);
            }
            visit.at(index);
        }
    }

    @Test
    void oneIndexDropsItsAxis() {
        Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(Indexing.at(x, 0, 1).shape()).isEqualTo(Shape.of(3));
        assertThat(Indexing.at(x, 0, 1).toArray()).containsExactly(4, 5, 6);
        assertThat(Indexing.at(x, -1, 0).toArray()).containsExactly(1, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indexing.at(x, 1, 3))
                .withMessage("at: index 3 lies outside axis 1 of shape (2, 3); it must be 0 to 2");
    }
}
