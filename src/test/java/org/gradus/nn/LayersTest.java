package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.nn.init.Initializer;
import org.gradus.nn.init.Initializers;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.nn.norm.GroupNorm;
import org.gradus.nn.norm.InstanceNorm;
import org.gradus.nn.norm.LayerNorm;
import org.gradus.nn.norm.PositionalNorm;
import org.gradus.nn.norm.RmsNorm;
import org.gradus.nn.norm.WeightNorm;
import org.gradus.tensor.Activations;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer keeps; a new layer adds one line to the subjects and inherits the checks. */
class LayersTest {
    private static final RandomStream RANDOM = new RandomStream(3);

    /** A layer, an input it takes, and the shape of its output. */
    private record Subject(String name, Layer layer, Tensor x, Shape output) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Tensor numbers(int... sizes) {
        return RANDOM.gaussian(Shape.of(sizes), 1);
    }

    private static Subject subject(String name, Layer layer, Tensor x, int... output) {
        return new Subject(name, layer, x, Shape.of(output));
    }

    private static Stream<Subject> subjects() {
        Stream<Subject> activations =
                Arrays.stream(Activation.values()).map(layer -> subject(layer.toString(), layer, numbers(5, 4), 5, 4));
        return Stream.concat(layers(), activations);
    }

    private static Stream<Subject> layers() {
        Layer square = (x, mode) -> x.mul(x);
        return Stream.of(
                subject("linear", new Linear(4, 3, RANDOM), numbers(5, 4), 5, 3),
                subject("linear of one example", new Linear(4, 3, RANDOM), numbers(4), 3),
                subject("linear of a stack", new Linear(4, 3, RANDOM), numbers(2, 5, 4), 2, 5, 3),
                subject("linear of nothing", new Linear(4, 3, RANDOM), numbers(2, 0, 4), 2, 0, 3),
                subject("weightNorm", new WeightNorm(4, 3, Initializers.heNormal(), RANDOM), numbers(5, 4), 5, 3),
                subject("batchNorm", new BatchNorm(4), numbers(5, 4), 5, 4),
                subject("batchNorm of images", new BatchNorm(2), numbers(3, 2, 4), 3, 2, 4),
                subject("layerNorm", new LayerNorm(4), numbers(5, 4), 5, 4),
                subject("layerNorm over two axes", new LayerNorm(2, 4), numbers(3, 2, 4), 3, 2, 4),
                subject("groupNorm", new GroupNorm(2, 4), numbers(3, 4, 5), 3, 4, 5),
                subject("groupNorm without space", new GroupNorm(2, 6), numbers(3, 6), 3, 6),
                subject("instanceNorm", new InstanceNorm(), numbers(3, 2, 5), 3, 2, 5),
                subject("positionalNorm", new PositionalNorm(2), numbers(3, 2, 5), 3, 2, 5),
                subject("rmsNorm", new RmsNorm(4), numbers(5, 4), 5, 4),
                subject("residual", new Residual(new Linear(4, 4, RANDOM)), numbers(5, 4), 5, 4),
                subject("flatten", new Flatten(), numbers(3, 2, 4), 3, 8),
                subject("dropout of nothing", new Dropout(0, RANDOM), numbers(5, 4), 5, 4),
                subject(
                        "sequential",
                        Sequential.of(new Linear(4, 3, RANDOM), square, new LayerNorm(3)),
                        numbers(5, 4),
                        5,
                        3),
                subject("frozen", new Frozen(new BatchNorm(4)), numbers(5, 4), 5, 4),
                subject(
                        "a frozen layer behind one that learns",
                        Sequential.of(new Linear(4, 3, RANDOM), new Frozen(new LayerNorm(3))),
                        numbers(5, 4),
                        5,
                        3));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theOutputHasTheDocumentedShapeInBothModes(Subject subject) {
        assertThat(subject.layer().forward(subject.x(), Mode.TRAINING).shape()).isEqualTo(subject.output());
        assertThat(subject.layer().forward(subject.x(), Mode.EVALUATION).shape())
                .isEqualTo(subject.output());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void gradientsByTheInputAreRight(Subject subject) {
        assertThat(GradientCheck.of(
                        t -> subject.layer().forward(t.get(0), Mode.TRAINING),
                        List.of(subject.x()),
                        new RandomStream(4)))
                .allMatch(GradientCheck::passes);
    }

    /** The slope of a weighted sum of the outputs along a direction, from the gradient and from differences that cancel h² and h⁴. */
    @ParameterizedTest
    @MethodSource("subjects")
    void gradientsByTheParametersAreRight(Subject subject) {
        Tensor weights = numbers(subject.output().toArray());
        Supplier<Tensor> loss = () ->
                subject.layer().forward(subject.x(), Mode.TRAINING).mul(weights).sum();
        Gradients gradients = loss.get().backward();
        subject.layer().trainable().forEach((path, parameter) -> {
            Tensor start = parameter.value().detach();
            Tensor direction = numbers(start.shape().toArray());
            DoubleUnaryOperator slope = h -> {
                parameter.set(start.add(direction.mul(h)));
                double above = loss.get().item();
                parameter.set(start.sub(direction.mul(h)));
                double below = loss.get().item();
                parameter.set(start);
                return (above - below) / (2 * h);
            };
            double coarse = slope.applyAsDouble(2e-3);
            double middle = slope.applyAsDouble(1e-3);
            double fine = slope.applyAsDouble(5e-4);
            double numeric = (16 * (4 * fine - middle) / 3 - (4 * middle - coarse) / 3) / 15;
            double analytic = gradients.of(parameter).mul(direction).sum().item();
            assertThat(analytic).as(path).isCloseTo(numeric, within(1e-9 * Math.max(1, Math.abs(numeric))));
        });
    }

    @Test
    void aFrozenBodyOfConstantsIsAConstant() {
        Sequential body = Sequential.of(new Linear(4, 3, RANDOM), new BatchNorm(3));
        Tensor x = numbers(5, 4);
        Tensor y = new Frozen(body).forward(x, Mode.TRAINING);
        assertThat(y.detach()).isSameAs(y);
        assertThat(y.toArray()).isEqualTo(body.forward(x, Mode.EVALUATION).toArray());
        Tensor recorded = new Parameter("x", x).value();
        assertThat(new Frozen(body)
                        .forward(recorded, Mode.TRAINING)
                        .sum()
                        .backward()
                        .parameters())
                .contains(body.parameters().get("0.weight"))
                .hasSize(5); // what is behind something that learns passes gradients on, and so has its own
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void evaluationChangesNothing(Subject subject) {
        Map<String, Tensor> before = values(subject.layer());
        subject.layer().forward(subject.x(), Mode.EVALUATION);
        assertThat(values(subject.layer())).isEqualTo(before);
    }

    private static Map<String, Tensor> values(Layer layer) {
        Map<String, Tensor> values = layer.buffers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().value()));
        layer.parameters().forEach((name, parameter) -> values.put(name, parameter.value()));
        return values;
    }

    @Test
    void bothMomentumConventionsOfBatchNormMeanTheSame() {
        BatchNorm byNew = BatchNorm.withWeightOfNew(2, 0.25);
        BatchNorm byOld = BatchNorm.withWeightOfOld(2, 0.75);
        Tensor x = Tensor.of(new double[][] {{1, 10}, {3, 30}});
        byNew.forward(x, Mode.TRAINING);
        byOld.forward(x, Mode.TRAINING);
        assertThat(byNew.buffers().get("running_mean").value().toArray()).containsExactly(0.5, 5);
        assertThat(byOld.buffers().get("running_mean").value().toArray()).containsExactly(0.5, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchNorm.withWeightOfNew(2, 1.5))
                .withMessage("batchNorm: needs at least 1 channel and a momentum from 0 to 1, found 2 and 1.5");
    }

    @Test
    void weightNormStartsAsTheLinearLayerOfTheSameWeights() {
        Tensor x = numbers(5, 4);
        Tensor linear = new Linear(4, 3, new RandomStream(9)).forward(x, Mode.TRAINING);
        Tensor normed = new WeightNorm(4, 3, Initializers.heNormal(), new RandomStream(9)).forward(x, Mode.TRAINING);
        assertThat(normed.toArray()).containsExactly(linear.toArray(), within(1e-14));
    }

    @Test
    void dropoutDropsAShareAndKeepsTheExpectation() {
        Dropout dropout = new Dropout(0.3, new RandomStream(5));
        Tensor ones = Tensor.full(Shape.of(100_000), 1);
        Tensor y = dropout.forward(ones, Mode.TRAINING);
        double dropped = Arrays.stream(y.toArray()).filter(value -> value == 0).count() / 1e5;
        assertThat(dropped).isCloseTo(0.3, within(0.01)); // 7 standard errors
        assertThat(y.max().item()).isEqualTo(1 / 0.7);
        assertThat(y.mean().item()).isCloseTo(1, within(0.015));
        assertThat(dropout.forward(ones, Mode.TRAINING).toArray()).isNotEqualTo(y.toArray());
    }

    @Test
    void dropoutDoesNothingInEvaluationAndRepeatsWithItsSeed() {
        Tensor x = numbers(50);
        assertThat(new Dropout(0.5, new RandomStream(5)).forward(x, Mode.EVALUATION))
                .isSameAs(x);
        assertThat(new Dropout(0.5, new RandomStream(6))
                        .forward(x, Mode.TRAINING)
                        .toArray())
                .containsExactly(new Dropout(0.5, new RandomStream(6))
                        .forward(x, Mode.TRAINING)
                        .toArray());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dropout(1, RANDOM))
                .withMessage("dropout: p must be at least 0 and less than 1, found 1.0");
    }

    @Test
    void anEmbeddingIsATable() {
        Embedding embedding = new Embedding(5, 3, new RandomStream(1));
        Parameter weight = embedding.parameters().get("weight");
        Tensor y = embedding.forward(Tensor.of(new double[][] {{4, 0}, {4, 1}}), Mode.TRAINING);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(y.get(1, 0, 2)).isEqualTo(weight.value().get(4, 2));
        assertThat(y.sum().backward().of(weight).sum(1).toArray()).containsExactly(3, 3, 0, 0, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> embedding.forward(Tensor.of(0, 5), Mode.TRAINING))
                .withMessage("embedding: input 1 is 5.0; it must be a whole number from 0 to 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> embedding.forward(Tensor.of(0.5), Mode.TRAINING))
                .withMessage("embedding: input 0 is 0.5; it must be a whole number from 0 to 4");
    }

    @Test
    void fineTuningTrainsTheHeadOnlyAndKeepsTheRunningStatistics() {
        Sequential trained = Mlp.withBatchNorm(new RandomStream(2), 4, 6, 3);
        Sequential tuned = trained.withFrozen(3).withHead(new Linear(6, 2, new RandomStream(3)));
        assertThat(tuned.parameters().keySet())
                .containsExactlyElementsOf(trained.parameters().keySet());
        assertThat(tuned.trainable().keySet()).containsExactly("3.weight", "3.bias");
        Tensor mean = tuned.buffers().get("1.running_mean").value();
        assertThat(tuned.forward(numbers(5, 4), Mode.TRAINING).shape()).isEqualTo(Shape.of(5, 2));
        assertThat(tuned.buffers().get("1.running_mean").value()).isSameAs(mean);
        assertThat(trained.trainable()).isEqualTo(trained.parameters());
    }

    @Test
    void orthogonalWeightsHaveOrthonormalColumnsOrRows() {
        for (int[] size : new int[][] {{6, 4}, {4, 6}, {5, 5}}) {
            Tensor w = Initializers.orthogonal(2).weights(size[0], size[1], new RandomStream(4));
            assertThat(w.shape()).isEqualTo(Shape.of(size));
            Tensor gram = size[0] >= size[1] ? w.transpose().matmul(w) : w.matmul(w.transpose());
            int n = Math.min(size[0], size[1]);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    assertThat(gram.get(i, j)).isCloseTo(i == j ? 4 : 0, within(1e-12));
                }
            }
        }
    }

    @Test
    void leCunWeightsHaveVarianceOneOverIn() {
        for (Initializer initializer : List.of(Initializers.leCunNormal(), Initializers.leCunUniform())) {
            Tensor w = initializer.weights(100, 1000, new RandomStream(2));
            assertThat(Reductions.variance(w).item()).isCloseTo(0.01, within(0.0003));
        }
        assertThat(Initializers.constant(3).weights(2, 1, RANDOM).toArray()).containsExactly(3, 3);
    }

    @Test
    void inputsThatDoNotFitAreExplained() {
        assertRefused(
                new LayerNorm(3),
                "layerNorm: the input has shape (5, 4), which does not end in (3); its last axes must be those of the layer");
        assertRefused(new RmsNorm(3), "rmsNorm: the input has shape (5, 4), but the layer is for a last axis of 3");
        assertRefused(
                new GroupNorm(1, 3),
                "groupNorm: the input has shape (5, 4), but the layer has 3 channels; it needs (batch, 3, …)");
        assertRefused(
                new InstanceNorm(),
                "instanceNorm: the input has shape (5, 4), but there is nothing to average behind its channels; it needs (batch, channels, …)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupNorm(2, 3))
                .withMessage(
                        "groupNorm: 2 groups do not divide 3 channels; the channels must be a multiple of the groups");
    }

    @Test
    void aShortcutDoesNotBroadcast() {
        assertRefused(
                new Residual(new Linear(4, 1, RANDOM)),
                "residual: inputs have shape (5, 4) and the layer's outputs (5, 1); they must be equal, nothing is broadcast: "
                        + "they hold 20 and 5 numbers; where one number is meant for several, say so with expand");
        assertRefused(
                new Residual((x, mode) -> x.transpose()),
                "residual: inputs have shape (5, 4) and the layer's outputs (4, 5); they must be equal, nothing is broadcast: "
                        + "reshape the layer's outputs to (5, 4)");
        assertRefused(
                new Linear(3, 4, RANDOM),
                "linear: the input has shape (5, 4), but the layer takes 3 numbers at a time; its last axis must be 3");
    }

    private static void assertRefused(Layer layer, String message) {
        Tensor x = Tensor.full(Shape.of(5, 4), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.forward(x, Mode.TRAINING))
                .withMessage(message);
    }

    @Test
    void anActivationIsALambda() {
        Layer gelu = (x, mode) -> Activations.gelu(x);
        assertThat(gelu.forward(Tensor.of(0), Mode.TRAINING).item()).isZero();
        assertThat(gelu.parameters()).isEmpty();
        assertThat(gelu.buffers()).isEmpty();
    }
}
