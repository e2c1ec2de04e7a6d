package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.data.Iris;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsRefreshTest {
    private static final Tensor X = Iris.load().features();

    private static void assertSame(Map<String, Tensor> found, Map<String, Tensor> expected, double within) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((path, tensor) -> assertThat(tensor.toArray())
                .as(path)
                .containsExactly(expected.get(path).toArray(), offset(within)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 0.5, 1})
    void statisticsBecomeThoseOfAllExamples(double weightOfNew) {
        BatchNorm normalization = BatchNorm.withWeightOfNew(4, weightOfNew);
        StatisticsRefresh.run(normalization, X);
        assertThat(normalization.buffers().get("running_mean").value().toArray())
                .containsExactly(X.mean(0).toArray(), offset(1e-14 / weightOfNew));
        assertThat(normalization.buffers().get("running_var").value().toArray())
                .as("the unbiased variance")
                .containsExactly(Reductions.sampleVariance(X, 0).toArray(), offset(1e-14 / weightOfNew));
    }

    /** 0.9⁴⁰⁰ = 5e−19: what is left of the start is less than rounding. */
    @Test
    void theyAreWhereTrainingPassesWouldLead() {
        Layer refreshed = network();
        Layer passed = network();
        StatisticsRefresh.run(refreshed, X);
        for (int i = 0; i < 400; i++) {
            passed.forward(X, Mode.TRAINING);
        }
        assertSame(Weights.of(refreshed), Weights.of(passed), 1e-11);
        StatisticsRefresh.run(passed, X);
        assertSame(Weights.of(passed), Weights.of(refreshed), 1e-11);
    }

    @Test
    void theBitsDoNotDependOnWhatTheyWere() {
        Layer model = network();
        StatisticsRefresh.run(model, X);
        Map<String, Tensor> fresh = Weights.of(model);
        for (double start : new double[] {1e9, Double.NaN, Double.NEGATIVE_INFINITY}) {
            model.buffers()
                    .values()
                    .forEach(buffer -> buffer.set(Tensor.full(buffer.value().shape(), start)));
            StatisticsRefresh.run(model, X);
            assertSame(Weights.of(model), fresh, 0);
        }
    }

    /** All inputs are 0: so are their mean and variance, and the average moves there from 0 and 1. */
    @Test
    void ofInputsThatAreAllZero() {
        BatchNorm normalization = new BatchNorm(4);
        normalization.buffers().get("running_mean").set(Tensor.of(1, 2, 3, 4));
        StatisticsRefresh.run(normalization, X.mul(0));
        assertThat(normalization.buffers().get("running_mean").value().toArray())
                .containsOnly(0);
        assertThat(normalization.buffers().get("running_var").value().toArray()).containsOnly(0);
    }

    private static Layer network() {
        RandomStream random = new RandomStream(1);
        return Mlp.withBatchNorm(random, 4, 8, 8, 3);
    }

    @Test
    void frozenStatisticsAndThoseThatNeverMoveStay() {
        RandomStream random = new RandomStream(1);
        BatchNorm still = BatchNorm.withWeightOfNew(4, 0);
        BatchNorm moving = new BatchNorm(4);
        Sequential model = Sequential.of(new Frozen(new BatchNorm(4)), still, new Linear(4, 4, random), moving);
        Map<String, Tensor> before = Weights.of(model);
        StatisticsRefresh.run(model, X);
        Map<String, Tensor> after = Weights.of(model);
        assertThat(after.get("0.running_var").toArray())
                .isEqualTo(before.get("0.running_var").toArray());
        assertThat(after.get("1.running_mean").toArray())
                .isEqualTo(before.get("1.running_mean").toArray());
        assertThat(after.get("3.running_mean").toArray())
                .isNotEqualTo(before.get("3.running_mean").toArray());
    }

    /** Behind a frozen normalization (x − 5) / √(4 + ε) the mean is that of its output, not of one with other statistics. */
    @Test
    void frozenStatisticsAreInForceWhileTheOthersAreGathered() {
        BatchNorm frozen = new BatchNorm(4).withEpsilon(0);
        frozen.buffers().get("running_mean").set(Tensor.full(Shape.of(4), 5));
        frozen.buffers().get("running_var").set(Tensor.full(Shape.of(4), 4));
        BatchNorm moving = new BatchNorm(4);
        StatisticsRefresh.run(Sequential.of(new Frozen(frozen), moving), X);
        assertThat(moving.buffers().get("running_mean").value().toArray())
                .containsExactly(X.mean(0).sub(5).div(2).toArray(), offset(1e-12));
    }

    /** A layer that counts its training passes: no average, it leads nowhere. */
    private record Counting(Buffer count) implements Layer {
        @Override
        public Tensor forward(Tensor x, Mode mode) {
            count.set(count.value().add(mode == Mode.TRAINING ? 1 : 0));
            return x;
        }

        @Override
        public Map<String, Buffer> buffers() {
            return new LinkedHashMap<>(Map.of("count", count));
        }
    }

    @Test
    void aCounterStays() {
        Counting counting = new Counting(new Buffer(Tensor.scalar(5)));
        StatisticsRefresh.run(counting, X);
        assertThat(counting.count().value().item()).isEqualTo(5);
    }

    @Test
    void dropoutDropsTheSameInBothPassesAndDrawsNothingFromItsStream() {
        RandomStream stream = new RandomStream(9);
        Layer model = Sequential.of(new Dropout(0.5, stream), Activation.TANH, new BatchNorm(4));
        String before = stream.save();
        StatisticsRefresh.run(model, X);
        assertThat(stream.save()).isEqualTo(before);
        model.forward(X, Mode.TRAINING); // with the very masks
        Map<String, Tensor> once = Weights.of(model);
        stream.load(before);
        StatisticsRefresh.run(model, X);
        assertSame(Weights.of(model), once, 1e-12);
    }

    @Test
    void withoutRunningStatisticsNothingHappens() {
        Layer model = (x, mode) -> {
            throw new AssertionError("there is no need to run it");
        };
        StatisticsRefresh.run(model, X);
        assertThat(model.buffers()).isEmpty();
    }

    @Test
    void aModelThatRefusesTheInputIsAsItWas() {
        Layer model = Sequential.of(new BatchNorm(4), new Linear(5, 3, new RandomStream(1)));
        Tensor before = model.buffers().get("0.running_mean").value();
        assertThatIllegalArgumentException().isThrownBy(() -> StatisticsRefresh.run(model, X));
        assertThat(model.buffers().get("0.running_mean").value().toArray()).isEqualTo(before.toArray());
    }
}
