package org.gradus.optim.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.optim.Movements;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two forms of NAG are one: θ′_t = θ_t − λ m_t at every step, on Rosenbrock's function, whose gradients are taken where each form wants
 * them.
 */
class NagTest {
    private static final int STEPS = 300;

    /** ∇((1 − x)² + 100 (y − x²)²). */
    private static double[] gradient(double[] at) {
        double valley = at[1] - at[0] * at[0];
        return new double[] {-2 * (1 - at[0]) - 400 * at[0] * valley, 200 * valley};
    }

    @ParameterizedTest
    @CsvSource({"0.0002, 0.9", "0.0005, 0.5", "0.001, 0"})
    void thePrimedFormHoldsThePointLookedAheadTo(double eta, double lambda) {
        Nag nag = new Nag(lambda);
        NagOriginal original = new NagOriginal(lambda);
        double[] primed = {-1.5, 2};
        double[] ahead = {-1.5, 2};
        State stateOfNag = nag.init(2);
        State stateOfOriginal = original.init(2);
        for (int t = 1; t <= STEPS; t++) {
            Movements.step(nag, primed, gradient(primed), stateOfNag, new Step(t, eta));
            Movements.step(original, ahead, gradient(ahead), stateOfOriginal, new Step(t, eta));
            double[] theta = stateOfOriginal.vector("θ");
            double[] m = stateOfOriginal.vector("m");
            for (int i = 0; i < 2; i++) {
                assertThat(ahead[i]).as("θ − λ m, step %s", t).isEqualTo(theta[i] - lambda * m[i]);
                assertThat(primed[i]).as("θ′, step %s", t).isCloseTo(ahead[i], within(1e-13));
                assertThat(primed[i] + lambda * stateOfNag.vector("m")[i])
                        .as("θ, step %s", t)
                        .isCloseTo(theta[i], within(1e-13));
            }
        }
    }

    /** The original's line has ∇L(θ_{t−1} − λ m_{t−1}): evaluated literally, with the gradient as a function, it goes the same way. */
    @ParameterizedTest
    @CsvSource({"0.0002, 0.9", "0.0005, 0.5"})
    void theGradientIsTakenWhereTheLineSays(double eta, double lambda) {
        NagOriginal rule = new NagOriginal(lambda);
        Recurrence equations = new Recurrence(rule.equations(), new double[] {-1.5, 2});
        List<double[]> asked = new ArrayList<>();
        double[] ahead = {-1.5, 2};
        State state = rule.init(2);
        for (int t = 1; t <= STEPS; t++) {
            double[] before = ahead.clone();
            Movements.step(rule, ahead, gradient(ahead), state, new Step(t, eta));
            Snapshot step = equations.step(eta, point -> {
                asked.add(point);
                return gradient(point);
            });
            assertThat(asked.get(asked.size() - 1)).containsExactly(before);
            assertThat(step.value("θ′_t")).containsExactly(ahead);
            assertThat(step.value("θ_t")).containsExactly(state.vector("θ"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0002, 0.9"})
    void bothReachLowerThanGradientDescent(double eta, double lambda) {
        double[] nag = {-1.5, 2};
        double[] sgd = {-1.5, 2};
        UpdateRule rule = new Nag(lambda);
        State state = rule.init(2);
        IntStream.rangeClosed(1, STEPS).forEach(t -> {
            Movements.step(rule, nag, gradient(nag), state, new Step(t, eta));
            Movements.step(new Sgd(), sgd, gradient(sgd), new Sgd().init(2), new Step(t, eta));
        });
        assertThat(loss(nag)).isLessThan(loss(sgd));
    }

    private static double loss(double[] at) {
        double valley = at[1] - at[0] * at[0];
        return (1 - at[0]) * (1 - at[0]) + 100 * valley * valley;
    }
}
