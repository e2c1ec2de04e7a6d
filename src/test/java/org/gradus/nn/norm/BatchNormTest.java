package org.gradus.nn.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.nn.Mode;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private static final double EPSILON = 1e-5;
    private final Tensor x = Tensor.of(new double[][] {{1, 10}, {2, 20}, {6, 60}});

    @Test
    void inTrainingEveryChannelHasMeanZeroAndVarianceOne() {
        Tensor y = new BatchNorm(2).forward(x, Mode.TRAINING);
        // channel 0: mean 3, biased variance (4 + 1 + 9)/3
        double deviation = Math.sqrt(14.0 / 3 + EPSILON);
        assertThat(y.get(0, 0)).isCloseTo(-2 / deviation, within(1e-14));
        assertThat(y.get(2, 0)).isCloseTo(3 / deviation, within(1e-14));
        assertThat(y.sum(0).toArray()).containsExactly(new double[2], within(1e-14));
    }

    @Test
    void runningStatisticsMoveATenthOfTheWayToTheBatchAndUseTheUnbiasedVariance() {
        BatchNorm layer = new BatchNorm(2);
        layer.forward(x, Mode.TRAINING);
        assertThat(layer.buffers().get("running_mean").value().get(0)).isCloseTo(0.1 * 3, within(1e-15));
        assertThat(layer.buffers().get("running_var").value().get(0)).isCloseTo(0.9 + 0.1 * 7, within(1e-15));
    }

    @Test
    void evaluationUsesTheRunningStatisticsAndChangesNothing() {
        BatchNorm layer = new BatchNorm(2);
        layer.forward(x, Mode.TRAINING);
        Tensor mean = layer.buffers().get("running_mean").value();
        Tensor y = layer.forward(x, Mode.EVALUATION);
        assertThat(y.get(0, 0)).isCloseTo((1 - 0.3) / Math.sqrt(1.6 + EPSILON), within(1e-15));
        assertThat(layer.buffers().get("running_mean").value()).isSameAs(mean);
    }

    @Test
    void channelsAreTheSecondAxisWhateverFollows() {
        RandomStream random = new RandomStream(3);
        Tensor images = random.gaussian(Shape.of(4, 2, 3, 5), 2);
        Tensor y = new BatchNorm(2).forward(images, Mode.TRAINING);
        assertThat(y.shape()).isEqualTo(images.shape());
        assertThat(y.sum(0, 2, 3).toArray()).containsExactly(new double[2], within(1e-12));
        assertThat(y.mul(y).mean(0, 2, 3).toArray()).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void gradientsOfOrderOneAndTwoAreRight() {
        RandomStream random = new RandomStream(5);
        List<GradientCheck> checks = GradientCheck.of(
                t -> new BatchNorm(3).forward(t.get(0), Mode.TRAINING),
                List.of(random.gaussian(Shape.of(6, 3), 1)),
                random);
        assertThat(checks).allMatch(GradientCheck::passes);
    }

    @Test
    void aBatchOfOneHasNoVariance() {
        assertThatThrownBy(() -> new BatchNorm(2).forward(x.slice(0, 0, 1), Mode.TRAINING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "batchNorm: training needs at least 2 values per channel to have a variance, but the input has shape (1, 2); "
                                + "use a larger batch");
    }

    @Test
    void theInputMustHaveTheChannels() {
        assertThatThrownBy(() -> new BatchNorm(3).forward(x, Mode.TRAINING))
                .hasMessage(
                        "batchNorm: the input has shape (3, 2), but the layer has 3 channels; it needs (batch, 3, …)");
        assertThatThrownBy(() -> new BatchNorm(0))
                .hasMessage("batchNorm: needs at least 1 channel and a momentum from 0 to 1, found 0 and 0.1");
    }
}
