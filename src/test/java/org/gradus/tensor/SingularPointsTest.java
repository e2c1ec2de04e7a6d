package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.tensor.axes.Max;
import org.gradus.tensor.elementwise.Power;
import org.gradus.tensor.selection.Abs;
import org.gradus.tensor.selection.Clamp;
import org.gradus.tensor.selection.Gate;
import org.gradus.tensor.selection.Maximum;
import org.gradus.tensor.selection.Relu;
import org.gradus.tensor.selection.Signed;
import org.gradus.tensor.selection.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where 0 · ∞ lies in wait: masks are choices, not products, and derivatives that are 0 are 0. The numbers are calculus. */
class SingularPointsTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Arguments> derivatives() {
        return Stream.of(
                arguments("x⁰ at 0", power(0), 0, List.of(1.0, 0.0, 0.0, 0.0)),
                arguments("x¹ at 0", power(1), 0, List.of(0.0, 1.0, 0.0, 0.0)),
                arguments("x² at 0", power(2), 0, List.of(0.0, 0.0, 2.0, 0.0)),
                arguments("x³ at 0", power(3), 0, List.of(0.0, 0.0, 0.0, 6.0)),
                arguments("x³ at −2", power(3), -2, List.of(-8.0, 12.0, -12.0, 6.0)),
                arguments("2ˣ at 0", exponent(2), 0, List.of(1.0, log2(1), log2(2), log2(3))),
                arguments("0ˣ at 1", exponent(0), 1, List.of(0.0, 0.0, 0.0, 0.0)),
                arguments("x² by its constant exponent, at 0", op(x -> x.pow(2)), 0, List.of(0.0, 0.0, 2.0, 0.0)),
                arguments("x¹ by its constant exponent, at 0", op(x -> x.pow(1)), 0, List.of(0.0, 1.0, 0.0, 0.0)),
                arguments("|x| at 0", op(Elementary::abs), 0, List.of(0.0, 0.0, 0.0, 0.0)),
                arguments("relu at −∞", op(Activations::relu), -INFINITE, List.of(0.0, 0.0, 0.0, 0.0)),
                arguments("elu at ∞", op(Activations::elu), INFINITE, List.of(INFINITE, 1.0, 0.0, 0.0)),
                arguments("erf at ∞", op(Elementary::erf), INFINITE, List.of(1.0, 0.0, 0.0, 0.0)),
                arguments("erf at −30", op(Elementary::erf), -30, List.of(-1.0, 0.0, 0.0, 0.0)),
                arguments("sigmoid at ∞", op(Activations::sigmoid), INFINITE, List.of(1.0, 0.0, 0.0, 0.0)),
                arguments("tanh at −∞", op(Activations::tanh), -INFINITE, List.of(-1.0, 0.0, 0.0, 0.0)),
                arguments("softplus at −∞", op(Activations::softplus), -INFINITE, List.of(0.0, 0.0, 0.0, 0.0)),
                arguments("norm at 0", op(Reductions::norm), 0, List.of(0.0, 0.0, 0.0, 0.0)),
                arguments(
                        "clamp(eˣ) at 1000",
                        op(x -> Selection.clamp(x, 0, 1).exp()),
                        1000,
                        List.of(Math.E, 0.0, 0.0, 0.0)));
    }

    private static UnaryOperator<Tensor> op(UnaryOperator<Tensor> f) {
        return f;
    }

    private static UnaryOperator<Tensor> power(double p) {
        return x -> Elementary.power(x, Tensor.scalar(p));
    }

    private static UnaryOperator<Tensor> exponent(double base) {
        return x -> Elementary.power(Tensor.scalar(base), x);
    }

    private static double log2(int times) {
        return StrictMath.pow(StrictMath.log(2), times);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("derivatives")
    void derivativesUpToTheThirdOrder(String name, UnaryOperator<Tensor> f, double x, List<Double> expected) {
        Tensor point = new Parameter("x", Tensor.scalar(x)).value();
        Tensor y = f.apply(point);
        for (int order = 0; order < expected.size(); order++) {
            assertThat(y.item()).as("order %s", order).isCloseTo(expected.get(order), offset(1e-15));
            y = y.tracked() ? Derivatives.grad(y, point) : Tensor.scalar(0);
        }
    }

    @Test
    void mixedDerivativesOfAPower() {
        Tensor a = new Parameter("a", Tensor.scalar(2)).value();
        Tensor b = new Parameter("b", Tensor.scalar(0)).value();
        Tensor byBase = Derivatives.grad(Elementary.power(a, b), a);
        assertThat(byBase.item()).isZero();
        assertThat(Derivatives.grad(byBase, b).item())
                .as("aᵇ⁻¹ (1 + b ln a) at b = 0")
                .isEqualTo(0.5);
        Tensor byExponent = Derivatives.grad(Elementary.power(a, b), b);
        assertThat(Derivatives.grad(byExponent, a).item()).isEqualTo(0.5);
    }

    @Test
    void whatIsNotTakenGetsNothingOfAnInfiniteAdjoint() {
        assertAdjoint(new Abs(), 0, 0, 0);
        assertAdjoint(new Signed(), 0, 0, 3, 0);
        assertAdjoint(new Relu(), 0, 0, -1);
        assertAdjoint(new Gate(), 0, 0, 3, -1);
        assertAdjoint(new Clamp(0, 1), 0, 0, 2);
        assertAdjoint(new Maximum(), 0, 0, 1, 2);
        assertAdjoint(new Maximum(), 1, INFINITE, 1, 2);
        assertAdjoint(new Where(), 1, 0, 0, 1, 2);
        assertAdjoint(new Where(), 2, 0, 1, 1, 2);
        assertAdjoint(new Power(), 0, 0, 0, 0);
        assertAdjoint(new Power(), 1, 0, 0, 3);
    }

    private static void assertAdjoint(Op op, int input, double expected, double... x) {
        Tensor[] inputs = Arrays.stream(x).mapToObj(Tensor::scalar).toArray(Tensor[]::new);
        for (double adjoint : new double[] {INFINITE, -INFINITE, Double.NaN}) {
            double found = op.vjp(input, Tensor.scalar(adjoint), Tensor.apply(op, inputs), inputs)
                    .item();
            assertThat(found + 0.0)
                    .as("%s, adjoint %s of input %s", op, adjoint, input)
                    .isEqualTo(Double.valueOf(expected == 0 ? 0 : adjoint));
        }
    }

    @Test
    void whatIsNotTheMaximumGetsNothingOfAnInfiniteAdjoint() {
        Tensor x = Tensor.of(1, 3, 2);
        Max max = new Max(Shape.of(1));
        Tensor[] inputs = {x};
        assertThat(max.vjp(0, Tensor.of(INFINITE), Tensor.apply(max, inputs), inputs)
                        .toArray())
                .containsExactly(0, INFINITE, 0);
        Tensor nan = Tensor.of(1, Double.NaN);
        assertThat(max.vjp(0, Tensor.of(1), Tensor.apply(max, nan), new Tensor[] {nan})
                        .toArray())
                .containsExactly(0, 0);
    }
}
