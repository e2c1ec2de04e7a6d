package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    /** n examples, each with its number as its only feature. */
    private static Dataset numbered(int n) {
        return Dataset.of(
                Tensor.of(Shape.of(n, 1), IntStream.range(0, n).asDoubleStream().toArray()), new int[n], 1);
    }

    private static double[] examples(List<Dataset> epoch) {
        return epoch.stream()
                .flatMapToDouble(batch -> Arrays.stream(batch.features().toArray()))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1", "2, 4, 2", "5, 4, 5", "5, 5, 5", "9, 4, 4 5", "9, 1, 1 1 1 1 1 1 1 1 1"})
    void aSingleExampleLeftOverJoinsTheBatchBeforeIt(int examples, int batchSize, String sizes) {
        Batches batches = Batches.inOrder(numbered(examples), batchSize);
        List<Dataset> epoch = batches.nextEpoch();
        assertThat(epoch.stream().map(batch -> String.valueOf(batch.size())).reduce((a, b) -> a + " " + b))
                .contains(sizes);
        assertThat(batches.perEpoch()).isEqualTo(epoch.size());
        assertThat(examples(epoch))
                .containsExactly(numbered(examples).features().toArray());
    }

    @Test
    void withoutShufflingEveryEpochHasTheDataSetsOrder() {
        Batches batches = Batches.inOrder(numbered(20), 8);
        double[] order = numbered(20).features().toArray();
        assertThat(examples(batches.nextEpoch())).containsExactly(order);
        assertThat(examples(batches.nextEpoch())).containsExactly(order);
    }

    @Test
    void anEpochOfOnlySomeExamplesHasEachOfThemOnce() {
        Batches batches = new Batches(numbered(20), 3, new RandomStream(4));
        double[] dealt = examples(batches.nextEpoch(2, 19, 7, 5, 11));
        assertThat(dealt).containsExactlyInAnyOrder(2, 5, 7, 11, 19).isNotEqualTo(new double[] {2, 19, 7, 5, 11});
        assertThat(batches.perEpoch(5)).isEqualTo(2);
        assertThat(examples(Batches.inOrder(numbered(20), 3).nextEpoch(2, 19, 7)))
                .containsExactly(2, 19, 7);
    }

    @Test
    void anEpochOfAllExamplesIsThePlainEpoch() {
        int[] all = IntStream.range(0, 20).toArray();
        Batches plain = new Batches(numbered(20), 3, new RandomStream(4));
        Batches chosen = new Batches(numbered(20), 3, new RandomStream(4));
        assertThat(examples(chosen.nextEpoch(all))).containsExactly(examples(plain.nextEpoch()));
    }

    @Test
    void aBatchIsTheSameHoweverOftenItIsAskedFor() {
        List<Dataset> epoch = new Batches(numbered(20), 3, new RandomStream(4)).nextEpoch();
        assertThat(examples(epoch)).containsExactly(examples(epoch));
    }
}
