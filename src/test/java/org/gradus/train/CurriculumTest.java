package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class CurriculumTest {

    /** Ten examples that have their number as only feature; the higher the number, the easier. */
    private static Training numbered(List<List<Double>> seen) {
        Tensor features = Tensor.of(
                Shape.of(10, 1), IntStream.range(0, 10).asDoubleStream().toArray());
        Dataset data = Dataset.of(features, new int[10], 2);
        Layer eavesdropper = (x, mode) -> {
            if (mode == Mode.TRAINING) {
                seen.add(Arrays.stream(x.toArray()).boxed().toList());
            }
            return x;
        };
        Layer model = Sequential.of(eavesdropper, Mlp.of(new RandomStream(1), 1, 2));
        double[] difficulty = IntStream.range(0, 10).mapToDouble(i -> -i).toArray();
        return Training.of(
                        model,
                        new Optimizer(new Sgd(), 0.001, model.trainable()),
                        new Split(data, data),
                        new RandomStream(2))
                .withBatchSize(100)
                .withEpochs(3)
                .withCurriculum(Curriculum.of(Pacing.linear(0.2, 3), difficulty));
    }

    @Test
    void anEpochHasTheEasiestExamplesAndEachEpochMoreOfThem() {
        List<List<Double>> seen = new ArrayList<>();
        numbered(seen).run();
        assertThat(seen.get(0)).containsExactlyInAnyOrder(8.0, 9.0);
        assertThat(seen.get(1)).containsExactlyInAnyOrder(4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
        assertThat(seen.get(2))
                .hasSize(10)
                .isNotEqualTo(seen.get(2).stream().sorted().toList());
    }

    @Test
    void withoutShufflingTheyComeInTheOrderOfTheData() {
        List<List<Double>> seen = new ArrayList<>();
        numbered(seen).withoutShuffling().run();
        assertThat(seen.get(0)).containsExactly(8.0, 9.0);
        assertThat(seen.get(1)).containsExactly(4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
    }

    @Test
    void ofEquallyDifficultExamplesTheFirstIsTheEasier() {
        assertThat(Curriculum.of(epoch -> 0.4, 2, 1, 1, 1, 0).examples(1)).containsExactly(1, 4);
    }

    @Test
    void thereIsAlwaysAnExample() {
        assertThat(Curriculum.of(epoch -> 1e-9, 2, 1, 3).examples(1)).containsExactly(1);
    }

    /** Shares computed by hand. */
    @ParameterizedTest
    @CsvSource({"1, 0.2, 0.5", "2, 0.4, 0.5", "3, 0.6, 1", "4, 0.8, 1", "5, 1, 1", "6, 1, 1"})
    void pacing(int epoch, double linear, double step) {
        assertThat(Pacing.linear(0.2, 5).share(epoch)).isCloseTo(linear, within(1e-15));
        assertThat(Pacing.step(0.5, 2).share(epoch)).isEqualTo(step);
        assertThat(Pacing.linear(0.2, 1).share(epoch)).isEqualTo(1);
    }

    @Test
    void aModelFindsDifficultWhatItsLossIsHighFor() {
        Layer teacher = Mlp.withBatchNorm(new RandomStream(1), 64, 8, 10);
        Dataset data = Recipes.digits(1500).training(); // more than are evaluated at a time
        double[] losses = Curriculum.lossUnder(teacher, data);
        assertThat(losses).hasSize(data.size());
        for (int i : new int[] {0, 1, 1023, 1024, data.size() - 1}) {
            Dataset one = data.range(i, i + 1);
            Tensor logits = teacher.forward(one.features(), Mode.EVALUATION);
            assertThat(losses[i])
                    .isEqualTo(Losses.crossEntropy(logits, one.labels()).item());
        }
    }

    @Test
    void difficultiesAndSharesMustBeNumbersInTheirDomain() {
        assertThatThrownBy(() -> Curriculum.of(epoch -> 1, 1, Double.NaN))
                .hasMessage("curriculum: the difficulty of example 1 is NaN; it must be a number");
        for (double share : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> Curriculum.of(epoch -> share, 1, 2).examples(3))
                    .hasMessage(
                            "curriculum: the pacing gives epoch 3 the share %s; it must be more than 0 and at most 1"
                                    .formatted(share));
        }
    }
}
