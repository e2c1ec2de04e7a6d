package org.gradus.train.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import org.gradus.data.Dataset;
import org.gradus.data.Iris;
import org.gradus.nn.Activation;
import org.gradus.nn.Buffer;
import org.gradus.nn.Dropout;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.StatisticsRefresh;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.VectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveTest {
    private static final Dataset DATA = Iris.load();

    /** The first layer has 4 · 6 weights; its batch normalization has ε = 0, so that their length does not matter at all. */
    private static Sequential normalized() {
        RandomStream random = new RandomStream(5);
        return Sequential.of(
                new Linear(4, 6, random), new BatchNorm(6).withEpsilon(0), Activation.TANH, new Linear(6, 3, random));
    }

    /** wᵀ H w for the weights w of the first layer: the second derivative of c ↦ L(c w) at c = 1. */
    private static double curvatureAlongTheWeights(Objective objective) {
        VectorFunction function = objective.function();
        double[] w = function.theta().toArray();
        Arrays.fill(w, 4 * 6, w.length, 0);
        return function.hvp(Tensor.of(w)).mul(Tensor.of(w)).sum().item();
    }

    @Test
    void inTrainingModeTheStatisticsMoveWithTheWeightsSoTheirLengthDoesNotMatter() {
        assertThat(curvatureAlongTheWeights(Objective.of(normalized(), DATA))).isCloseTo(0, offset(1e-12));
    }

    @Test
    void inEvaluationModeTheyDoNotAndItDoes() {
        Objective fixed = Objective.of(normalized(), DATA, Mode.EVALUATION);
        assertThat(Math.abs(curvatureAlongTheWeights(fixed))).isGreaterThan(0.01);
    }

    /** Differences of the gradient, a way that does not use second derivatives. */
    @ParameterizedTest
    @EnumSource
    void theHessianIsThatOfTheLossInItsMode(Mode mode) {
        Layer model = Mlp.withBatchNorm(new RandomStream(5), 4, 6, 3);
        StatisticsRefresh.run(model, DATA.features());
        VectorFunction function = Objective.of(model, DATA, mode).function();
        Tensor v = new RandomStream(6).gaussian(function.shape(), 1);
        double h = 1e-6;
        double[] forward = function.at(function.theta().add(v.mul(h)), VectorFunction::gradient)
                .toArray();
        double[] backward = function.at(function.theta().sub(v.mul(h)), VectorFunction::gradient)
                .toArray();
        double[] product = function.hvp(v).toArray();
        for (int i = 0; i < product.length; i++) {
            assertThat(product[i]).isCloseTo((forward[i] - backward[i]) / (2 * h), offset(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sharpnessOfANormalizedNetworkIsThatOfItsWholeHessian(Mode mode) {
        Layer model = Mlp.withBatchNorm(new RandomStream(5), 4, 8, 3);
        StatisticsRefresh.run(model, DATA.features());
        Objective objective = Objective.of(model, DATA, mode);
        double[] exact = Exactly.eigenvalues(objective.function().hessian());
        Hessian hessian = Hessian.of(objective);
        assertThat(hessian.largest(1, 1e-8, new RandomStream(1)).values().get(0))
                .isCloseTo(exact[0], withPercentage(1e-4));
        assertThat(hessian.smallest(1, 1e-8, new RandomStream(1)).values().get(0))
                .isCloseTo(exact[exact.length - 1], withPercentage(1e-4));
    }

    @Test
    void whateverIsAskedBuffersStayAsTheyAre() {
        Layer model = Mlp.withBatchNorm(new RandomStream(5), 4, 8, 3);
        Buffer mean = model.buffers().get("1.running_mean");
        Tensor before = mean.value();
        Objective objective = Objective.of(model, DATA);
        Hessian.of(objective).largest(1, 1e-4, new RandomStream(1));
        objective.loss().backward();
        assertThat(mean.value().toArray()).isEqualTo(before.toArray());
        model.forward(DATA.features(), Mode.TRAINING);
        assertThat(mean.value().toArray()).as("otherwise they move").isNotEqualTo(before.toArray());
    }

    @Test
    void saysHowNormalizationIsTreated() {
        Layer model = normalized();
        assertThat(Objective.of(model, DATA).statistics())
                .isEqualTo("batch statistics of all 150 examples, which depend on the weights");
        assertThat(Objective.of(model, DATA, Mode.EVALUATION).statistics()).isEqualTo("running statistics held fixed");
        assertThat(Objective.of(Mlp.of(new RandomStream(1), 4, 3), DATA))
                .hasToString("loss on 150 examples; no running statistics");
    }

    @Test
    void aLossThatIsAnotherOneEachTimeIsRefused() {
        Layer model = Sequential.of(new Linear(4, 3, new RandomStream(1)), new Dropout(0.5, new RandomStream(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objective.of(model, DATA))
                .withMessage(
                        "objective: in training mode the model draws random numbers (%s), so its loss is another one "
                                        .formatted(String.join(
                                                ", ", model.streams().keySet()))
                                + "each time; ask in Mode.EVALUATION, or leave the dropout out");
        Objective evaluated = Objective.of(model, DATA, Mode.EVALUATION);
        assertThat(evaluated.loss().item()).isEqualTo(evaluated.loss().item());
    }

    @Test
    void onlyTrainableParametersAreVariables() {
        Sequential model = normalized();
        Parameter head = model.parameters().get("3.weight");
        assertThat(Objective.of(model.withFrozen(2), DATA).parameters())
                .containsOnlyKeys("3.weight", "3.bias")
                .containsEntry("3.weight", head);
    }
}
