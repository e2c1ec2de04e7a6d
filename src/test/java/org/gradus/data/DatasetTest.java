package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
class DatasetTest {

    /** n examples, each with its number as its only feature. */
    private static Dataset numbered(int n) {
        return Dataset.of(
                Tensor.of(Shape.of(n, 1), IntStream.range(0, n).asDoubleStream().toArray()), new int[n], 1);
    }

    @Test
    void theDigitsAreThoseOfScikitLearn() {
        Dataset digits = Digits.load();
        assertThat(digits).hasToString("1797 examples of 64 features in 10 classes");
        // the first row of the file, of which scikit-learn shows the same: 0, 0, 5, 13, 9, 1, …
        assertThat(digits.range(0, 1).features().slice(1, 0, 6).mul(16).toArray())
                .containsExactly(0, 0, 5, 13, 9, 1);
        // class sizes as load_digits() documents them: 178, 182, 177, 183, 181, 182, 181, 179, 174, 180
        int[] sizes = new int[10];
        Arrays.stream(digits.labels()).forEach(label -> sizes[label]++);
        assertThat(sizes).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        assertThat(digits.features().max().item()).isEqualTo(1);
    }

    @Test
    void aSplitHasEveryExampleInOnePart() {
        Split split = Split.of(numbered(50), 0.2, new RandomStream(1));
        assertThat(split.validation().size()).isEqualTo(10);
        TreeSet<Double> all = new TreeSet<>();
        for (Dataset part : List.of(split.training(), split.validation())) {
            Arrays.stream(part.features().toArray()).forEach(all::add);
        }
        assertThat(all).hasSize(50);
        assertThat(split.training().features().toArray())
                .isNotEqualTo(numbered(40).features().toArray());
    }

    @Test
    void aSplitLeavesNoPartEmpty() {
        assertThatThrownBy(() -> Split.of(numbered(50), 1, new RandomStream(1)))
                .hasMessage(
                        "split: a validation share of 1.0 of 50 examples leaves one part empty; choose one between 0 and 1");
    }

    @ParameterizedTest
    @CsvSource({"10, 3, 3 3 4", "10, 4, 4 4 2", "10, 10, 10", "10, 100, 10", "3, 1, 1 1 1", "9, 4, 4 5"})
    void anEpochHasEveryExampleOnce(int examples, int batchSize, String sizes) {
        Batches batches = new Batches(numbered(examples), batchSize, new RandomStream(4));
        List<Dataset> epoch = batches.nextEpoch();
        assertThat(epoch.stream().map(batch -> String.valueOf(batch.size())).reduce((a, b) -> a + " " + b))
                .contains(sizes);
        assertThat(batches.perEpoch()).isEqualTo(epoch.size());
        double[] seen = epoch.stream()
                .flatMapToDouble(batch -> Arrays.stream(batch.features().toArray()))
                .sorted()
                .toArray();
        assertThat(seen).containsExactly(numbered(examples).features().toArray());
    }

    @Test
    void everyEpochHasAnotherOrderAndTheSameSeedTheSameOrders() {
        Batches batches = new Batches(numbered(20), 20, new RandomStream(4));
        double[] first = batches.nextEpoch().get(0).features().toArray();
        double[] second = batches.nextEpoch().get(0).features().toArray();
        assertThat(second).isNotEqualTo(first);
        Batches again = new Batches(numbered(20), 20, new RandomStream(4));
        assertThat(again.nextEpoch().get(0).features().toArray()).containsExactly(first);
        assertThat(again.nextEpoch().get(0).features().toArray()).containsExactly(second);
    }

    @Test
    void aBatchHasAtLeastOneExample() {
        assertThatThrownBy(() -> new Batches(numbered(3), 0, new RandomStream(1)))
                .hasMessage("batch size: must be at least 1, found 0");
    }

    @Test
    void labelsAndFeaturesMustFit() {
        Tensor features = Tensor.full(Shape.of(2, 3), 0);
        assertThatThrownBy(() -> Dataset.of(features, new int[3], 2))
                .hasMessage("dataset: features have shape (2, 3), but there are 3 labels; they need shape (3, width)");
        assertThatThrownBy(() -> Dataset.of(features, new int[] {0, 2}, 2))
                .hasMessage("dataset: the label of example 1 is 2; with 2 classes it must be 0 to 1");
    }

    @Test
    void classesHaveNames() {
        Tensor features = Tensor.full(Shape.of(2, 3), 0);
        Dataset data = Dataset.of(features, new int[] {1, 0}, List.of("cat", "dog"));
        assertThat(data.classes()).isEqualTo(2);
        assertThat(data.classNames()).containsExactly("cat", "dog");
        assertThat(data.select(1).classNames()).containsExactly("cat", "dog");
        assertThat(data.range(0, 0).classNames()).containsExactly("cat", "dog");
        assertThat(Dataset.of(features, new int[] {1, 0}, 3).classNames()).containsExactly("0", "1", "2");
        assertThatThrownBy(() -> Dataset.of(features, new int[] {1, 0}, List.of("cat")))
                .hasMessage("dataset: the label of example 0 is 1; with 1 classes it must be 0 to 0");
    }

    /** Both ways of keeping features: as doubles, and as bytes from 0 to 255 that stand for 0 to 1. */
    static Stream<Dataset> kinds() {
        double[] values = {0, 0.2, 0.4, 0.6, 0.8, 1};
        int[] labels = {0, 1, 2};
        byte[] bytes = DataFiles.bytes(0, 51, 102, 153, 204, 255);
        return Stream.of(
                Dataset.of(Tensor.of(Shape.of(3, 2), values), labels, 3),
                Dataset.of(Features.pixels(2, bytes), labels, Dataset.numbers(3)),
                Dataset.of(new Features.Bytes(2, DataFiles.bytes(0, 1, 2, 3, 4, 5), 5), labels, Dataset.numbers(3)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void examplesAreSelectedInOrder(Dataset data) {
        assertThat(data).hasToString("3 examples of 2 features in 3 classes");
        Dataset selected = data.select(2, 0, 2);
        assertThat(selected.features().shape()).isEqualTo(Shape.of(3, 2));
        assertThat(selected.features().toArray()).containsExactly(0.8, 1, 0, 0.2, 0.8, 1);
        assertThat(selected.labels()).containsExactly(2, 0, 2);
        assertThat(selected.range(1, 2).features().toArray()).containsExactly(0, 0.2);
        assertThat(data.range(1, 3).labels()).containsExactly(1, 2);
        assertThat(data.select().features().shape()).isEqualTo(Shape.of(0, 2));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void examplesThatAreNotThereAreRefused(Dataset data) {
        assertThatThrownBy(() -> data.select(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> data.select(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> data.range(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> data.range(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> data.range(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theIrisesAreThoseOfScikitLearn() {
        Dataset iris = Iris.load();
        assertThat(iris).hasToString("150 examples of 4 features in 3 classes");
        assertThat(iris.classNames()).containsExactly("setosa", "versicolor", "virginica");
        for (int species = 0; species < 3; species++) {
            assertThat(iris.range(50 * species, 50 * species + 50).labels()).containsOnly(species);
        }
        // its documentation: flowers 35 and 38, wrong in UCI's file, are 4.9, 3.1, 1.5, 0.2 and 4.9, 3.6, 1.4, 0.1
        assertThat(iris.select(34, 37).features().toArray()).containsExactly(4.9, 3.1, 1.5, 0.2, 4.9, 3.6, 1.4, 0.1);
        // R 4: colMeans(iris[1:4]) gives 5.843333, 3.057333, 3.758000, 1.199333
        assertThat(iris.features().mean(0).toArray())
                .usingComparatorWithPrecision(5e-7)
                .containsExactly(5.843333, 3.057333, 3.758000, 1.199333);
    }

    @Test
    void aDatasetCannotBeChangedFromOutside() {
        int[] labels = {0, 1};
        Dataset data = Dataset.of(Tensor.full(Shape.of(2, 1), 0), labels, 2);
        labels[0] = 1;
        data.labels()[1] = 0;
        assertThat(data.labels()).containsExactly(0, 1);
    }
}
