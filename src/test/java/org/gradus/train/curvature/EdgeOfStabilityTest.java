package org.gradus.train.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.nn.Mode;
import org.gradus.optim.Memory;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdgeOfStabilityTest {
    private static StabilityCurve curve(ChebyshevFit fit, UpdateRule rule, double eta, int steps) {
        return new EdgeOfStability(rule, eta, steps, 10).run(fit.objective(new RandomStream(1)), new RandomStream(2));
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of(new Sgd(), 0.05, 2400),
                Arguments.of(new Sgdm(), 0.08, 800),
                Arguments.of(new Nag(), 0.025, 1400),
                Arguments.of(new Adam(), 0.002, 1500));
    }

    /** Cohen et al. 2021 and 2022: the sharpness rises to the line and hovers there, while the loss goes on falling. */
    @ParameterizedTest
    @MethodSource("runs")
    void theSharpnessRisesToTheLineAndHoversThere(UpdateRule rule, double eta, int steps) {
        StabilityCurve curve = curve(new ChebyshevFit(4, 20, 20), rule, eta, steps);
        List<StabilityPoint> points = curve.points();
        double lowest = points.stream()
                .mapToDouble(point -> point.sharpness() / point.threshold())
                .min()
                .orElseThrow();
        assertThat(lowest).as("it comes from below").isLessThan(0.7);
        assertThat(curve.hoversFrom(2 * steps / 3)).as("it ends at the line").isCloseTo(1, offset(0.1));
        assertThat(points.get(points.size() - 1).loss())
                .as("the loss falls all the same")
                .isLessThan(points.get(0).loss() / 50);
        assertThat(curve.outcome()).isEqualTo(new Outcome.Completed());
    }

    /** Nothing makes the two meet but the rate: with one too small for that, the loss falls and the sharpness ends far below the line. */
    @Test
    void atASmallRateTheLineIsNotReached() {
        StabilityCurve curve = curve(new ChebyshevFit(4, 20, 20), new Sgdm(), 0.02, 800);
        assertThat(curve.hoversFrom(500)).isLessThan(0.4);
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(new Sgd(), 2.0, "2/η"),
                Arguments.of(new Sgdm(), 3.8, "(2 + 2λ)/η"),
                Arguments.of(new Sgdm(0.5), 3.0, "(2 + 2λ)/η"),
                Arguments.of(new Nag(), 3.8 / 2.8, "(2 + 2λ)/((1 + 2λ) η)"),
                Arguments.of(new RmsProp(), 2.0, "2/η"),
                Arguments.of(new Adam(), 38.0, "(2 + 2β1)/((1 − β1) η)"),
                Arguments.of(new Adam(0.5, 0.99, 1e-8), 6.0, "(2 + 2β1)/((1 − β1) η)"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLinesAreThePapers(UpdateRule rule, double factor, String formula) {
        StabilityLine line = StabilityLine.of(rule);
        assertThat(line.factor()).isCloseTo(factor, offset(1e-12));
        assertThat(line.threshold(0.01)).isCloseTo(100 * factor, offset(1e-9));
        assertThat(line.formula()).isEqualTo(formula);
    }

    static Stream<Arguments> rulesWithoutPreconditioner() {
        return Stream.of(new Sgd(), new Sgdm(), new Sgdm(0.5), new Nag(), new Nag(0.5))
                .map(Arguments::of);
    }

    /** Just below the line the steps come to rest, just above they swing ever wider: that makes it the line. */
    @ParameterizedTest
    @MethodSource("rulesWithoutPreconditioner")
    void onAQuadraticTheLineDividesRestFromDivergence(UpdateRule rule) {
        double eta = 0.1;
        double edge = StabilityLine.of(rule).threshold(eta);
        assertThat(distanceAfter(rule, eta, edge * 0.99, 3000)).isLessThan(1e-6);
        assertThat(distanceAfter(rule, eta, edge * 1.01, 3000)).isGreaterThan(1e6);
    }

    private static double distanceAfter(UpdateRule rule, double eta, double curvature, int steps) {
        Quadratic quadratic = Quadratic.of(curvature, curvature / 10);
        StabilityCurve curve =
                new EdgeOfStability(rule, eta, steps, 1000).run(quadratic.objective(), new RandomStream(1));
        assertThat(curve.points().get(0).sharpness()).isCloseTo(curvature, withPercentage(1e-6));
        return quadratic.distance();
    }

    static Stream<Arguments> rulesWithPreconditioner() {
        return Stream.of(
                Arguments.of(new Adam(0.9, 1 - 1e-12, 1e-3), "m"),
                Arguments.of(new Adam(0.5, 1 - 1e-12, 1e-3), "m"),
                Arguments.of(new RmsProp(1 - 1e-12), ""));
    }

    /**
     * A preconditioner that does not change, because v has been there for long and forgets next to nothing: √v̂ is 0.5 and 2. The second
     * parameter has the larger curvature, but the first the larger P⁻¹ H, which decides.
     */
    @ParameterizedTest
    @MethodSource("rulesWithPreconditioner")
    void withAFrozenPreconditionerItIsTheCurvatureOfPInverseHThatCounts(UpdateRule rule, String momentum) {
        double eta = 0.1;
        double epsilon = rule instanceof Adam adam ? adam.epsilon() : 0;
        double edge = StabilityLine.of(rule).threshold(eta);
        assertThat(frozen(rule, momentum, eta, edge * 0.99 * (0.5 + epsilon), edge * 0.9 * 2))
                .isLessThan(1e-3);
        assertThat(frozen(rule, momentum, eta, edge * 1.01 * (0.5 + epsilon), edge * 0.9 * 2))
                .isGreaterThan(1e3);
    }

    private static double frozen(UpdateRule rule, String momentum, double eta, double h1, double h2) {
        Quadratic quadratic = Quadratic.of(h1, h2);
        quadratic.theta().set(Tensor.of(1e-2, 1e-2));
        Optimizer optimizer = new Optimizer(rule, eta, quadratic.parameters());
        double[] v = {0.25, 4};
        long longAgo = 1L << 45; // by now 1 − β2^t is 1
        Map<String, Tensor> state =
                momentum.isEmpty() ? Map.of("v", Tensor.of(v)) : Map.of(momentum, Tensor.of(0, 0), "v", Tensor.of(v));
        optimizer.load(List.of(new Memory(rule.name(), List.of("theta"), longAgo, state)), longAgo);
        Hessian hessian = Hessian.of(quadratic.objective());
        optimizer.step(quadratic.objective().loss().backward());
        Tensor p = StabilityLine.of(rule).preconditioner().at(optimizer.state(), optimizer.steps());
        double sharpness = hessian.preconditioned(p)
                .largest(1, 1e-12, new RandomStream(1))
                .values()
                .get(0);
        double epsilon = rule instanceof Adam adam ? adam.epsilon() : 0;
        assertThat(sharpness).isCloseTo(h1 / (0.5 + epsilon), withPercentage(1e-3));
        for (int i = 0; i < 1500 && quadratic.distance() < 20; i++) {
            optimizer.step(quadratic.objective().loss().backward());
        }
        return quadratic.distance() / 1e-2;
    }

    /** v̂ and the corrections are computed here anew, from gradients; the eigenvalue from the whole P⁻¹ H, made symmetric. */
    @Test
    void adamsSharpnessIsThatOfPInverseHWithThePOfTheStep() {
        ChebyshevFit fit = new ChebyshevFit(3, 10, 6);
        Adam adam = new Adam(0.9, 0.99, 1e-6);
        List<StabilityPoint> points = new EdgeOfStability(adam, t -> 0.01, 3, 1, 1e-10)
                .run(fit.objective(new RandomStream(1)), new RandomStream(2))
                .points();
        Objective objective = fit.objective(new RandomStream(1));
        Optimizer optimizer = new Optimizer(adam, 0.01, objective.parameters());
        int n = objective.function().shape().size();
        double[] v = new double[n];
        for (int t = 1; t <= 3; t++) {
            double[] g = objective.function().gradient().toArray();
            Tensor hessian = objective.function().hessian();
            double loss = objective.loss().item();
            double[] seen = hessian.toArray();
            for (int i = 0; i < n; i++) {
                v[i] = 0.99 * v[i] + 0.01 * g[i] * g[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    seen[i * n + j] /= Math.sqrt(divisor(v[i], t) * divisor(v[j], t));
                }
            }
            double exact = Exactly.eigenvalues(Tensor.of(Shape.of(n, n), seen))[0];
            assertThat(points.get(t - 1).sharpness()).isCloseTo(exact, withPercentage(1e-4));
            assertThat(points.get(t - 1).loss()).isEqualTo(loss);
            assertThat(points.get(t - 1).step()).isEqualTo(t);
            optimizer.step(objective.loss().backward());
        }
    }

    private static double divisor(double v, int t) {
        double corrected = v / (1 - StrictMath.pow(0.99, t));
        return (1 - StrictMath.pow(0.9, t)) * (Math.sqrt(corrected) + 1e-6);
    }

    /** The largest curvature moves from the first parameter to the second, an eigenvector at right angles to the one Lanczos starts from. */
    @Test
    void anotherDirectionThatBecomesTheSharpestIsNoticed() {
        Parameter theta = new Parameter("theta", Tensor.of(1, 1));
        Quadratic model = new Quadratic(Tensor.of(0, 0), theta);
        // L = ½ θ₀² + θ₁⁴/12 − 3 θ₁ has the Hessian diag(1, θ₁²), and θ₁ grows from 1 to ∛9
        Objective objective = new Objective(
                model,
                Tensor.of(0),
                y -> {
                    Tensor square = y.mul(y);
                    return square.mul(Tensor.of(0.5, 0))
                            .add(square.mul(square).mul(Tensor.of(0, 1.0 / 12)))
                            .sub(y.mul(Tensor.of(0, 3)))
                            .sum();
                },
                Mode.TRAINING);
        theta.set(Tensor.of(1, 0.5));
        List<StabilityPoint> points = new EdgeOfStability(new Sgd(), 0.1, 200, 1)
                .run(objective, new RandomStream(1))
                .points();
        assertThat(points.get(0).sharpness()).isCloseTo(1, offset(1e-9));
        assertThat(points.get(199).sharpness()).isCloseTo(StrictMath.cbrt(9) * StrictMath.cbrt(9), offset(1e-6));
    }

    @Test
    void itMeasuresAtTheFirstAndTheLastStepAndEverySoOftenInBetween() {
        StabilityCurve curve =
                new EdgeOfStability(new Sgd(), 0.01, 12, 5).run(Quadratic.of(1).objective(), new RandomStream(1));
        assertThat(curve.points()).extracting(StabilityPoint::step).containsExactly(1L, 6L, 11L, 12L);
        assertThat(curve.points().get(0)).isEqualTo(new StabilityPoint(1, 0.5, 1, 200));
    }

    @Test
    void theThresholdFollowsTheRate() {
        StabilityCurve curve = new EdgeOfStability(new Sgd(), t -> 0.1 / (1 + t), 3, 1, 1e-4)
                .run(Quadratic.of(1).objective(), new RandomStream(1));
        assertThat(curve.points())
                .extracting(StabilityPoint::threshold)
                .containsExactly(2 / 0.1, 2 / (0.1 / 2), 2 / (0.1 / 3));
    }

    @Test
    void aRunThatDivergesSaysSo() {
        StabilityCurve curve = new EdgeOfStability(new Sgd(), 1, 1000, 100)
                .run(Quadratic.of(10).objective(), new RandomStream(1));
        assertThat(curve.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(curve.outcome().text()).startsWith("diverged at step 105: the gradient's norm is ");
        assertThat(curve.points()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.hoversFrom(500))
                .withMessageStartingWith(
                        "edge of stability: nothing was measured from step 500 on; the run diverged at");
    }

    @Test
    void hoversAtTheMedian() {
        List<StabilityPoint> points = Stream.of(9.0, 1.0, 2.0, 4.0)
                .map(sharpness -> new StabilityPoint(sharpness == 9 ? 1 : 2, 0, sharpness, 2))
                .toList();
        StabilityCurve curve = new StabilityCurve(StabilityLine.of(new Sgd()), points, new Outcome.Completed());
        assertThat(curve.hoversFrom(2)).isEqualTo(1); // ½, 1, 2
        assertThat(curve.hoversFrom(1)).isEqualTo(1.5); // ½, 1, 2, 4½
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeOfStability(new Adagrad(), 0.1, 10, 1))
                .withMessage("edge of stability: where it is for adagrad is not known here; "
                        + "ask for sgd, sgdm, nag, rmsprop or adam");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeOfStability(new Sgd(), 0.1, 0, 1))
                .withMessage("edge of stability: the number of steps must be a whole number, at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeOfStability(new Sgd(), 0.1, 1, 0))
                .withMessageContaining("the number of steps to a measurement");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeOfStability(new Sgd(), t -> 0.1, 1, 1, 0))
                .withMessage("edge of stability: the tolerance must be at least 1e-14, found 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChebyshevFit(0, 20, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChebyshevFit(1, 1, 20));
    }

    /** T_5 = 16 x⁵ − 20 x³ + 5 x: with the network's output at 0 the loss is the mean of its squares. */
    @Test
    void theFitIsToAChebyshevPolynomial() {
        Objective objective = new ChebyshevFit(5, 9, 4).objective(new RandomStream(1));
        objective
                .parameters()
                .forEach((path, parameter) -> parameter.set(parameter.value().mul(0)));
        double expected = 0;
        for (int i = 0; i < 9; i++) {
            double x = -1 + 2.0 * i / 8;
            double t5 = 16 * x * x * x * x * x - 20 * x * x * x + 5 * x;
            expected += t5 * t5 / 9;
        }
        assertThat(objective.loss().item()).isCloseTo(expected, offset(1e-12));
    }
}
