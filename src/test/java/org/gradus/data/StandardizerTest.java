package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class StandardizerTest {

    @Test
    void theTrainingPartDecides() {
        Dataset training = Dataset.of(Tensor.of(new double[][] {{1, 5}, {3, 5}}), new int[] {0, 1}, List.of("a", "b"));
        Dataset test = Dataset.of(Tensor.of(new double[][] {{7, 8}}), new int[] {1}, List.of("a", "b"));
        Split split = Standardizer.standardized(new Split(training, test));
        // by hand: the first feature has mean 2 and deviation 1, the second mean 5 and is the same everywhere
        assertThat(split.training().features().toArray()).containsExactly(-1, 0, 1, 0);
        assertThat(split.validation().features().toArray()).containsExactly(5, 3);
        assertThat(split.validation().labels()).containsExactly(1);
        assertThat(split.validation().classNames()).containsExactly("a", "b");
    }

    @Test
    void irisesGetMean0AndDeviation1() {
        Split split = Standardizer.standardized(Split.of(Iris.load(), 0.2, new RandomStream(1)));
        Tensor x = split.training().features();
        assertThat(x.mean(0).toArray()).usingComparatorWithPrecision(1e-12).containsExactly(0, 0, 0, 0);
        assertThat(Reductions.variance(x, 0).toArray())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(1, 1, 1, 1);
        assertThat(split.validation().features().mean(0).toArray()).doesNotContain(0);
    }

    @Test
    void aFeatureThatIsTheSameEverywhereIsNotBlownUp() {
        Dataset data = Dataset.of(Tensor.full(Shape.of(10, 1), 0.1), new int[10], 1); // the mean of ten 0.1 is not 0.1
        assertThat(Standardizer.of(data).deviation().item()).isEqualTo(1);
    }

    @Test
    void anEmptyPartHasNoMean() {
        assertThatThrownBy(() -> Standardizer.of(Dataset.of(Tensor.full(Shape.of(0, 2), 0), new int[0], 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("standardizer: found no examples; need at least one");
    }
}
