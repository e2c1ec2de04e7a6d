package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class RegressionDatasetTest {

    @Test
    void examplesAreSelectedInOrder() {
        RegressionDataset data = new RegressionDataset(
                Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}), Tensor.of(new double[][] {{7}, {8}, {9}}));
        assertThat(data.size()).isEqualTo(3);
        RegressionDataset selected = data.select(2, 0);
        assertThat(selected.features().shape()).isEqualTo(Shape.of(2, 2));
        assertThat(selected.features().toArray()).containsExactly(5, 6, 1, 2);
        assertThat(selected.targets().shape()).isEqualTo(Shape.of(2, 1));
        assertThat(selected.targets().toArray()).containsExactly(9, 7);
        assertThatThrownBy(() -> data.select(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void featuresAndTargetsMustFit() {
        assertThatThrownBy(() -> new RegressionDataset(Tensor.full(Shape.of(2, 3), 0), Tensor.full(Shape.of(3, 1), 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "regression: features have shape (2, 3), targets (3, 1); they need (examples, width) and (examples, outputs)");
        assertThatThrownBy(() -> new RegressionDataset(Tensor.full(Shape.of(2, 3), 0), Tensor.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RegressionDataset(Tensor.of(1, 2), Tensor.full(Shape.of(2, 1), 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
