package org.gradus.train.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.data.Iris;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.StatisticsRefresh;
import org.gradus.nn.Weights;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Tensor;
import org.gradus.train.Evaluation;
import org.junit.jupiter.api.Test;

/** Lines and planes through the loss of a network with batch normalization, of which every second example is not trained on. */
class ElsewhereTest {
    private static final Dataset TRAINING = half(0);
    private static final Dataset TEST = half(1);

    /** Two solutions from different first weights. */
    private static final Map<String, Tensor> A = trained(1, new Adam(), 0.01);

    private static final Map<String, Tensor> B = trained(2, new Sgdm(), 0.05);

    private final Sequential model = untrained(3);
    private final List<Tensor> leaves = leaves();
    private final Map<String, Tensor> present = Weights.of(model);

    private static Dataset half(int first) {
        Dataset all = Iris.load();
        return all.select(
                IntStream.range(0, all.size()).filter(i -> i % 2 == first).toArray());
    }

    private static Sequential untrained(long seed) {
        return Mlp.withBatchNorm(new RandomStream(seed), 4, 8, 3);
    }

    private static Map<String, Tensor> trained(long seed, UpdateRule rule, double eta) {
        Layer model = untrained(seed);
        Optimizer optimizer = new Optimizer(rule, eta, model.trainable());
        for (int i = 0; i < 60; i++) {
            Tensor loss = Losses.crossEntropy(model.forward(TRAINING.features(), Mode.TRAINING), TRAINING.labels());
            optimizer.step(loss.backward());
        }
        return Weights.of(model);
    }

    private List<Tensor> leaves() {
        return model.parameters().values().stream().map(Parameter::value).toList();
    }

    private void assertUntouched() {
        List<Tensor> now = leaves();
        for (int i = 0; i < leaves.size(); i++) {
            assertThat(now.get(i)).isSameAs(leaves.get(i));
        }
        Weights.of(model)
                .forEach((path, tensor) -> assertThat(tensor.toArray())
                        .as(path)
                        .isEqualTo(present.get(path).toArray()));
    }

    private Evaluation refreshed(Map<String, Tensor> weights, Dataset data) {
        Layer copy = untrained(9);
        Weights.load(copy, weights);
        StatisticsRefresh.run(copy, TRAINING.features());
        return Evaluation.of(copy, data);
    }

    @Test
    void atBothEndsAreTheSolutionsWithFreshStatistics() {
        Interpolation line = Interpolation.between(model, A, B, TRAINING, TEST, 0, 1);
        assertThat(line.points().get(0)).isEqualTo(new LinePoint(0, refreshed(A, TRAINING), refreshed(A, TEST)));
        assertThat(line.points().get(1)).isEqualTo(new LinePoint(1, refreshed(B, TRAINING), refreshed(B, TEST)));
        assertUntouched();
    }

    @Test
    void inBetweenTheWeightsAreMixedAndTheStatisticsAreThoseOfTheMixture() {
        Map<String, Tensor> mixed = new LinkedHashMap<>();
        A.forEach((path, tensor) ->
                mixed.put(path, tensor.mul(0.75).add(B.get(path).mul(0.25))));
        Interpolation line = Interpolation.between(model, A, B, TRAINING, TEST, 0.25);
        assertThat(line.points().get(0).training().loss())
                .isCloseTo(refreshed(mixed, TRAINING).loss(), offset(1e-12));
        Layer stale = untrained(9);
        Weights.load(stale, mixed);
        assertThat(line.points().get(0).training().loss())
                .as("with averaged statistics it would be another number")
                .isNotCloseTo(Evaluation.of(stale, TRAINING).loss(), offset(1e-3));
        assertThat(line.statistics())
                .isEqualTo("running statistics recomputed from the 75 training examples at each point");
    }

    @Test
    void placesGoFromMinusAHalfToOneAndAHalf() {
        assertThat(Interpolation.places(5)).containsExactly(-0.5, 0, 0.5, 1, 1.5);
        assertThat(Interpolation.places(41)).contains(0, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Interpolation.places(1));
    }

    @Test
    void theBarrierIsTheRiseAboveTheStraightLine() {
        List<LinePoint> points = new ArrayList<>();
        double[][] losses = {{-0.5, 9}, {0, 1}, {0.25, 2}, {0.5, 5}, {1, 3}, {1.5, 9}};
        for (double[] loss : losses) {
            Evaluation there = new Evaluation(loss[1], 0.5);
            points.add(new LinePoint(loss[0], there, there));
        }
        assertThat(new Interpolation(points, "").barrier()).isEqualTo(3); // at ½: 5 − (½ · 1 + ½ · 3)
        assertThat(new Interpolation(points.subList(1, 2), "").points()).hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Interpolation(points.subList(1, 3), "").barrier())
                .withMessage(
                        "interpolation: a barrier is measured from α = 0 to 1, but α = 1.0 is not among the places; ask for it too");
    }

    @Test
    void theModelIsAsItWasAlsoWhenSomethingThrows() {
        Dataset misfit = Dataset.of(Tensor.of(new double[][] {{1, 2, 3}}), new int[] {0}, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolation.between(model, A, B, TRAINING, misfit, 0.5));
        assertUntouched();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossSlice.around(model, TRAINING, misfit, new RandomStream(1), -1, 1));
        assertUntouched();
        assertThatIllegalArgumentException().isThrownBy(() -> Interpolation.between(model, A, B, misfit, TEST, 0.5));
        assertUntouched();
    }

    @Test
    void weightsOfAnotherModelAndPlacesThatAreNoneAreRefused() {
        Map<String, Tensor> other = Weights.of(Mlp.of(new RandomStream(1), 4, 8, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolation.between(model, A, other, TRAINING, TEST, 0.5))
                .withMessageStartingWith("weights do not fit the model, which is unchanged; missing: ");
        assertUntouched();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolation.between(model, A, B, TRAINING, TEST, Double.NaN))
                .withMessage("interpolation: a place α must be a finite number, found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossSlice.around(model, TRAINING, TEST, new RandomStream(1), Double.NaN))
                .withMessage("loss slice: a step must be a finite number, found NaN");
        assertUntouched();
    }

    @Test
    void aSliceHasTheModelInItsMiddleAndIsDecidedByItsSeed() {
        RandomStream random = new RandomStream(4);
        LossSlice slice = LossSlice.around(model, TRAINING, TEST, random, -1, 0, 0.5);
        assertThat(slice.training().get(1, 1))
                .isEqualTo(refreshed(present, TRAINING).loss());
        assertThat(slice.other().get(1, 1)).isEqualTo(refreshed(present, TEST).loss());
        assertThat(slice.steps()).containsExactly(-1.0, 0.0, 0.5);
        assertThat(slice.statistics()).contains("recomputed from the 75 training examples");
        assertUntouched();
        random.gaussian();
        assertThat(LossSlice.around(model, TRAINING, TEST, random, -1, 0, 0.5)
                        .training()
                        .toArray())
                .isEqualTo(slice.training().toArray());
        assertThat(LossSlice.around(model, TRAINING, TEST, new RandomStream(5), -1, 0, 0.5)
                        .training()
                        .toArray())
                .isNotEqualTo(slice.training().toArray());
    }

    @Test
    void columnsGoAlongTheFirstDirectionAndRowsAlongTheSecond() {
        RandomStream random = new RandomStream(4);
        LossSlice slice = LossSlice.around(model, TRAINING, TEST, random, 0, 0.5, 1);
        Elsewhere elsewhere = new Elsewhere(model, TRAINING);
        Tensor along = FilterNormalized.direction(model, random.split("x"));
        double expected = elsewhere.at(
                elsewhere.here().add(along.mul(1)),
                () -> Evaluation.of(model, TRAINING).loss());
        assertThat(slice.training().get(0, 2)).isEqualTo(expected);
        assertThat(slice.training().get(2, 0)).isNotEqualTo(expected);
    }

    @Test
    void eachFilterOfADirectionIsAsLongAsTheModels() {
        Sequential frozen =
                Sequential.of(Mlp.of(new RandomStream(8), 4, 4).layers().get(0));
        Sequential whole = Sequential.of(frozen.withFrozen(1), model);
        double[] direction =
                FilterNormalized.direction(whole, new RandomStream(1)).toArray();
        int offset = 0;
        for (Map.Entry<String, Parameter> entry : whole.parameters().entrySet()) {
            Tensor w = entry.getValue().value();
            Tensor d = Tensor.of(
                    w.shape(),
                    Arrays.copyOfRange(direction, offset, offset + w.shape().size()));
            offset += w.shape().size();
            boolean moves = w.shape().rank() == 2 && entry.getKey().startsWith("1.");
            if (moves) {
                assertThat(Reductions.norm(d, 0).toArray())
                        .as(entry.getKey())
                        .containsExactly(Reductions.norm(w, 0).toArray(), offset(1e-12));
            } else {
                assertThat(d.toArray()).as(entry.getKey()).containsOnly(0);
            }
        }
        assertThat(direction).hasSize(offset);
    }

    /** A network that is ten times as large and whose output is divided by it has the same slice, which plain random directions would not give. */
    @Test
    void aSliceDoesNotSeeTheScaleOfTheWeights() {
        Layer plain = Mlp.of(new RandomStream(3), 4, 8, 3);
        LossSlice slice = LossSlice.around(plain, TRAINING, TEST, new RandomStream(4), -0.5, 0, 0.5);
        Parameter first = plain.parameters().get("0.weight");
        Parameter second = plain.parameters().get("2.weight");
        first.set(first.value().mul(8));
        second.set(second.value().div(8));
        LossSlice scaled = LossSlice.around(plain, TRAINING, TEST, new RandomStream(4), -0.5, 0, 0.5);
        assertThat(scaled.training().toArray()).containsExactly(slice.training().toArray(), offset(1e-12));
        assertThat(scaled.statistics()).isEqualTo("no running statistics");
    }
}
