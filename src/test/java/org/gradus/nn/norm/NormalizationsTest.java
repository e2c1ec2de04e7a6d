package org.gradus.nn.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.init.Initializers;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the normalization layers have in common: a name, an ε, and a weight and a bias, or none. */
class NormalizationsTest {
    private static final Tensor X = Tensor.of(Shape.of(2, 2, 3), 0.5, -1, 2, 3, 0.25, -0.75, 1, 1.5, -2, 0, 4, -1);

    /** Layers without weight and bias and with ε = 0.1, and the first three numbers of their output for {@link #X}. */
    static Stream<Arguments> layers() {
        // PyTorch 1.13.0a0 (Debian 1.13.1), float64: BatchNorm1d(2), LayerNorm(3), GroupNorm(1, 2) and
        // InstanceNorm1d(2) with eps=0.1 and
        // affine=False; for rms, which it does not have, x / torch.sqrt((x * x).mean(-1, keepdim=True) + 0.1).
        return Stream.of(
                Arguments.of(
                        new BatchNorm(2).withEpsilon(0.1).withoutWeightAndBias(),
                        new double[] {0.11577921116187229, -0.9262336892949783, 1.1577921116187229}),
                Arguments.of(
                        new LayerNorm(3).withoutWeightAndBias().withEpsilon(0.1),
                        new double[] {0.0, -1.1858541225631423, 1.1858541225631423}),
                Arguments.of(
                        new GroupNorm(1, 2).withEpsilon(0.1).withoutWeightAndBias(),
                        new double[] {-0.11407173946099214, -1.1407173946099214, 0.9125739156879373}),
                Arguments.of(new InstanceNorm(0.1), new double[] {0.0, -1.1858541225631423, 1.1858541225631423}),
                // ((x - m) / torch.sqrt(v + 0.1)) with m and v the mean and biased variance over axis 1, in PyTorch
                Arguments.of(
                        new PositionalNorm(2).withoutWeightAndBias().withEpsilon(0.1),
                        new double[] {-0.9694584179118515, -0.8922882628103121, 0.9745586289152092}),
                Arguments.of(
                        new RmsNorm(3).withoutWeight().withEpsilon(0.1),
                        new double[] {0.3676073110469039, -0.7352146220938078, 1.4704292441876157}));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void anyEpsilonAndNoWeights(Layer layer, double... wanted) {
        assertThat(layer.parameters()).isEmpty();
        double[] y = layer.forward(X, Mode.TRAINING).toArray();
        assertThat(Arrays.copyOf(y, 3)).containsExactly(wanted, within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfOrdersOneAndTwoAreRight(Layer layer) {
        assertThat(GradientCheck.of(p -> layer.forward(p.get(0), Mode.TRAINING), List.of(X), new RandomStream(4)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void aNewEpsilonKeepsTheKindOfLayer() {
        assertThat(new BatchNorm(2).withEpsilon(1).parameters()).containsOnlyKeys("weight", "bias");
        assertThat(new LayerNorm(2).withEpsilon(1).parameters()).containsOnlyKeys("weight", "bias");
        assertThat(new GroupNorm(1, 2).withEpsilon(1).parameters()).containsOnlyKeys("weight", "bias");
        assertThat(new RmsNorm(2).withEpsilon(1).parameters()).containsOnlyKeys("weight");
        BatchNorm first = new BatchNorm(2);
        assertThat(first.withEpsilon(1).parameters().get("weight"))
                .isNotSameAs(first.parameters().get("weight"));
        assertThat(first.withEpsilon(1).buffers().get("running_mean"))
                .isNotSameAs(first.buffers().get("running_mean"));
    }

    @Test
    void anEpsilonThatIsNoneIsRefused() {
        for (double epsilon : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            String wrong = " must be a finite number, at least 0, found " + epsilon;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BatchNorm(2).withEpsilon(epsilon))
                    .withMessage("batchNorm: epsilon" + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LayerNorm(2).withEpsilon(epsilon))
                    .withMessage("layerNorm: epsilon" + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GroupNorm(1, 2).withEpsilon(epsilon))
                    .withMessage("groupNorm: epsilon" + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InstanceNorm(epsilon))
                    .withMessage("instanceNorm: epsilon" + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RmsNorm(2).withEpsilon(epsilon))
                    .withMessage("rmsNorm: epsilon" + wrong);
        }
    }

    @Test
    void everyNameMakesALayerOfTheWidth() {
        for (String name : Normalizations.names()) {
            Layer layer = Normalizations.named(name, 48);
            Tensor x = new RandomStream(1).gaussian(Shape.of(3, 48, 48), 1);
            assertThat(layer.forward(x, Mode.TRAINING).shape()).as(name).isEqualTo(x.shape());
            layer.parameters()
                    .forEach((path, parameter) ->
                            assertThat(parameter.shape()).as(path).isEqualTo(Shape.of(48)));
        }
        assertThat(Normalizations.named("group", 48)).hasToString("GroupNorm(3, 48)");
        assertThat(Normalizations.named("group", 6)).hasToString("GroupNorm(3, 6)");
        assertThat(Normalizations.named("group", 7)).hasToString("GroupNorm(1, 7)");
    }

    @Test
    void anUnknownNameIsExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizations.named("bach", 3))
                .withMessageStartingWith("there is no normalization 'bach'; did you mean batch?");
    }

    @Test
    void layersSayWhatTheyAre() {
        Map<Layer, String> texts = Map.of(
                new BatchNorm(4),
                "BatchNorm(4)",
                new LayerNorm(2, 4),
                "LayerNorm(2, 4)",
                new GroupNorm(2, 4),
                "GroupNorm(2, 4)",
                new RmsNorm(4),
                "RmsNorm(4)",
                new WeightNorm(4, 3, Initializers.heNormal(), new RandomStream(1)),
                "WeightNorm(4, 3)");
        texts.forEach((layer, text) -> assertThat(layer).hasToString(text));
    }

    @Test
    void lengthsOfAnotherShapeThanTheNormsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalization.weight(Tensor.full(Shape.of(3, 3), 1), Tensor.full(Shape.of(3), 1), 1))
                .withMessage(
                        "weightNorm: directions (3, 3) have lengths of shape (3, 1), but the lengths given have shape (3); "
                                + "reshape those to (3, 1)");
    }
}
