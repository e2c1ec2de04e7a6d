package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientCheckTest {

    /** y = a² b with the derivative as given: right, or wrong in one of the ways ops are wrong. */
    private enum Derivative implements Op {
        RIGHT {
            @Override
            public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
                return i == 0 ? gy.mul(x[0]).mul(x[1]).mul(2) : gy.mul(x[0]).mul(x[0]);
            }
        },
        WRONG_SIGN {
            @Override
            public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
                return i == 0 ? RIGHT.vjp(i, gy, y, x) : RIGHT.vjp(i, gy, y, x).neg();
            }
        },
        MISSING_FACTOR {
            @Override
            public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
                return i == 0 ? gy.mul(x[0]).mul(x[1]) : gy.mul(x[0]).mul(x[0]);
            }
        },
        WRONG_IN_ONE_ELEMENT {
            @Override
            public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
                Tensor mask = Tensor.of(1, 1, 1.001);
                return RIGHT.vjp(i, gy, y, x).mul(mask);
            }
        },
        WITHOUT_THE_ADJOINT {
            @Override
            public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
                return RIGHT.vjp(i, Tensor.full(gy.shape(), 1), y, x);
            }
        },
        MISSING {
            @Override
            public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
                return i == 0 ? RIGHT.vjp(i, gy, y, x) : null;
            }
        };

        @Override
        public Shape shape(Shape[] x) {
            return x[0];
        }

        @Override
        public void forward(double[][] x, Shape[] shapes, double[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = x[0][i] * x[0][i] * x[1][i];
            }
        }
    }

    /** y = a² b whose first derivative is right, but cut off from the graph, as if computed on raw arrays. */
    private record CutOff() implements Op {
        @Override
        public Shape shape(Shape[] x) {
            return x[0];
        }

        @Override
        public void forward(double[][] x, Shape[] shapes, double[] y) {
            Derivative.RIGHT.forward(x, shapes, y);
        }

        @Override
        public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
            Tensor[] detached = {x[0].detach(), x[1].detach()};
            return Derivative.RIGHT.vjp(i, gy, y.detach(), detached);
        }
    }

    private static List<GradientCheck> check(Op op) {
        List<Tensor> x = List.of(Tensor.of(0.5, -1, 2), Tensor.of(1.5, 0.7, -0.3));
        return GradientCheck.of(point -> Tensor.apply(op, point.toArray(Tensor[]::new)), x, new RandomStream(1));
    }

    @Test
    void passesOnARightOp() {
        List<GradientCheck> checks = check(Derivative.RIGHT);
        assertThat(checks).extracting(GradientCheck::order).containsExactly(1, 2);
        assertThat(checks).allMatch(GradientCheck::passes);
        assertThat(checks).allSatisfy(check -> assertThat(check.error()).isLessThan(1e-10));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void failsOnAWrongDerivative(Derivative wrong) {
        assertThat(check(wrong).get(0).passes()).isFalse();
    }

    @Test
    void aDerivativeCutOffFromTheGraphFailsInOrderTwoOnly() {
        List<GradientCheck> checks = check(new CutOff());
        assertThat(checks.get(0).passes()).isTrue();
        assertThat(checks.get(1).passes()).isFalse();
    }

    @Test
    void differencesAreAccurateForSteepFunctionsToo() {
        List<Tensor> x = List.of(Tensor.of(0.3, -0.8, 1.1));
        assertThat(GradientCheck.of(point -> point.get(0).exp(), x, new RandomStream(2)))
                .allSatisfy(check -> assertThat(check.error()).isLessThan(1e-10));
        assertThat(GradientCheck.of(point -> point.get(0).mul(20).exp(), x, new RandomStream(2)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void aKinkNearByIsNotCrossed() {
        Function<List<Tensor>, Tensor> f = x -> Activations.relu(x.get(0));
        assertThat(GradientCheck.of(f, List.of(Tensor.of(0.004, -0.004)), new RandomStream(6)))
                .allMatch(GradientCheck::passes);
    }

    @Test
    void functionsOfSeveralTensorsAndAnyShapeAreChecked() {
        Function<List<Tensor>, Tensor> f = x -> x.get(0).matmul(x.get(1)).mul(x.get(2));
        List<Tensor> x = List.of(
                Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}),
                Tensor.of(new double[][] {{1, 0.5}, {-1, 2}}),
                Tensor.scalar(0.7));
        assertThat(GradientCheck.of(f, x, new RandomStream(3))).allMatch(GradientCheck::passes);
    }

    @Test
    void aConstantFunctionHasSlopeZero() {
        assertThat(GradientCheck.of(x -> Tensor.scalar(5), List.of(Tensor.of(1, 2)), new RandomStream(4)))
                .containsExactly(new GradientCheck(1, 0, 0), new GradientCheck(2, 0, 0));
    }

    @Test
    void atAKinkTheTwoSidesDiffer() {
        Function<List<Tensor>, Tensor> f = x -> Activations.relu(x.get(0));
        assertThat(GradientCheck.of(f, List.of(Tensor.scalar(0)), new RandomStream(5))
                        .get(0)
                        .passes())
                .isFalse();
    }

    @Test
    void theErrorIsRelativeForLargeSlopesAndAbsoluteForSmallOnes() {
        assertThat(new GradientCheck(1, 200, 201).error()).isCloseTo(1 / 201.0, within(1e-15));
        assertThat(new GradientCheck(1, 0, 0.01).error()).isEqualTo(0.01);
        assertThat(new GradientCheck(1, 1, 1 + 0.9e-7).passes()).isTrue();
        assertThat(new GradientCheck(1, 1, 1 + 1.1e-7).passes()).isFalse();
    }

    @Test
    void whatIsNotANumberDoesNotPass() {
        assertThat(new GradientCheck(1, Double.NaN, 1).passes()).isFalse();
        assertThat(new GradientCheck(1, 1, Double.NaN).passes()).isFalse();
        assertThat(new GradientCheck(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY).passes())
                .isFalse();
    }

    @Test
    void printsBothSlopesAndTheVerdict() {
        assertThat(new GradientCheck(1, 2, 2))
                .hasToString(
                        "order 1: engine 2.00000000000, differences 2.00000000000, relative error 0.0e+00: passes");
        assertThat(new GradientCheck(2, 1, -1))
                .hasToString(
                        "order 2: engine -1.00000000000, differences 1.00000000000, relative error 2.0e+00: FAILS");
    }
}
