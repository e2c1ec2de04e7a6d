package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {

    /** An activation beside its formula in plain Java. */
    record Activation(UnaryOperator<Tensor> ours, DoubleUnaryOperator formula) {}

    static Stream<Activation> activations() {
        NormalDistribution normal = new NormalDistribution();
        double c = Math.sqrt(2 / Math.PI);
        return Stream.of(
                new Activation(Activations::relu, x -> x > 0 ? x : 0),
                new Activation(Activations::sigmoid, x -> 1 / (1 + StrictMath.exp(-x))),
                new Activation(Activations::tanh, StrictMath::tanh),
                new Activation(x -> Activations.leakyRelu(x, 0.2), x -> x > 0 ? x : 0.2 * x),
                new Activation(Activations::elu, x -> x > 0 ? x : StrictMath.expm1(x)),
                new Activation(
                        Activations::selu,
                        x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * StrictMath.expm1(x))),
                new Activation(Activations::gelu, x -> x * normal.cumulativeProbability(x)),
                new Activation(
                        Activations::geluTanh, x -> x / 2 * (1 + StrictMath.tanh(c * (x + 0.044715 * x * x * x)))),
                new Activation(Activations::silu, x -> x / (1 + StrictMath.exp(-x))),
                new Activation(Activations::softplus, x -> StrictMath.log1p(StrictMath.exp(x))));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void eachIsItsFormula(Activation activation) {
        for (double x = -4; x <= 4; x += 0.25) {
            double expected = activation.formula.applyAsDouble(x);
            double found = activation.ours.apply(Tensor.scalar(x)).item();
            assertThat(found).as("at " + x).isCloseTo(expected, within(4e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void gradientsAgreeWithDifferences(Activation activation) {
        Tensor x = Tensor.of(-2.5, -1, -0.3, 0.2, 0.9, 3);
        assertThat(GradientCheck.of(point -> activation.ours.apply(point.get(0)), List.of(x), new RandomStream(1)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void derivativesAtTheKinkAreTheDocumentedOnes() {
        assertThat(slope(Activations::relu, 0)).isZero();
        assertThat(slope(x -> Activations.leakyRelu(x, 0.2), 0)).isEqualTo(0.2);
        assertThat(slope(Activations::elu, 0)).isEqualTo(1);
    }

    /** Limits, by hand; PyTorch has NaN for the products GELU and SiLU at −∞, and for their slopes at ∞ too. */
    @ParameterizedTest
    @MethodSource("activations")
    void infinityHasTheValueAndTheSlopesOfTheLimit(Activation activation) {
        for (double end : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            Tensor x = new Parameter("x", Tensor.scalar(end)).value();
            Tensor y = activation.ours.apply(x);
            double far = Math.copySign(1e6, end);
            Tensor slope = Derivatives.grad(y, x);
            Tensor curvature =
                    Derivatives.vjp(slope, Tensor.scalar(1), List.of(x)).get(0);
            double expected = activation.ours.apply(Tensor.scalar(far)).item();
            assertThat(y.item()).isEqualTo(Math.abs(expected) > 1e4 ? end : expected);
            assertThat(slope.item()).isEqualTo(slope(activation.ours, far));
            assertThat(curvature.item()).isZero();
        }
    }

    @Test
    void aLeakOfNothingIsReLU() {
        assertThat(Activations.leakyRelu(Tensor.of(Double.NEGATIVE_INFINITY, -1, 2), 0)
                        .toArray())
                .containsExactly(0, 0, 2);
    }

    private static double slope(UnaryOperator<Tensor> f, double at) {
        Parameter x = new Parameter("x", Tensor.scalar(at));
        return f.apply(x.value()).backward().of(x).item();
    }
}
