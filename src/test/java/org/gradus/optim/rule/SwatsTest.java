package org.gradus.optim.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.optim.Movements;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.junit.jupiter.api.Test;

/** The mechanism of the switch, where its numbers follow by hand: one parameter and a constant gradient. */
class SwatsTest {
    private static State stepped(Swats rule, double[] theta, State state, double g, int first, int last) {
        for (int t = first; t <= last; t++) {
            Movements.step(rule, theta, new double[] {g}, state, new Step(t, 0.5));
        }
        return state;
    }

    @Test
    void whenStepsAreSteadyItSwitchesAtStepTwo() {
        // a gradient of 4: p = −η, γ = p² / (η · 4) = η / 4 = 0.125 at every step, so the estimate agrees at once
        Swats rule = new Swats(0.9, 0.999, 1e-300, 1e-9);
        double[] theta = {0};
        State state = stepped(rule, theta, rule.init(1), 4, 1, 1);
        assertThat(rule.switched(state)).isEmpty();
        assertThat(state.scalar("λ")).isCloseTo(0.001 * 0.125, within(1e-15));
        stepped(rule, theta, state, 4, 2, 2);
        Swats.Switch found = rule.switched(state).orElseThrow();
        assertThat(found.step()).isEqualTo(2);
        assertThat(found.rate()).isCloseTo(0.125, within(1e-12));
        assertThat(theta[0]).isCloseTo(-1, within(1e-12)); // the step of the switch is still Adam's
    }

    @Test
    void afterTheSwitchItIsSgdmWithTheRateItFound() {
        Swats rule = new Swats(0.9, 0.999, 1e-300, 1e-9);
        double[] theta = {0};
        State state = stepped(rule, theta, rule.init(1), 4, 1, 2);
        double[] adam = {state.vector("m")[0], state.vector("v")[0]};
        theta[0] = 0;
        stepped(rule, theta, state, 8, 3, 3);
        assertThat(theta[0]).isCloseTo(-0.1 * 0.125 * 8, within(1e-12)); // u = 8
        stepped(rule, theta, state, 8, 4, 4);
        assertThat(theta[0]).isCloseTo(-0.1 * 0.125 * (8 + 15.2), within(1e-12)); // u = 0.9 · 8 + 8
        assertThat(new double[] {state.vector("m")[0], state.vector("v")[0]}).containsExactly(adam);
        assertThat(rule.switched(state).orElseThrow().step()).isEqualTo(2);
    }

    @Test
    void theRateOfASchedulePlaysNoPartAfterTheSwitch() {
        Swats rule = new Swats(0.9, 0.999, 1e-300, 1e-9);
        double[] theta = {0};
        State state = stepped(rule, theta, rule.init(1), 4, 1, 2);
        theta[0] = 0;
        Movements.step(rule, theta, new double[] {8}, state, new Step(3, 0));
        assertThat(theta[0]).isCloseTo(-0.1 * 0.125 * 8, within(1e-12));
    }

    @Test
    void whereTheStepIsAcrossTheGradientNothingIsLearnedAboutTheRate() {
        Swats rule = new Swats(0.9, 0.999, 1e-300, 1e9);
        State state = stepped(rule, new double[1], rule.init(1), 0, 1, 5);
        assertThat(rule.switched(state)).isEmpty();
        assertThat(state.scalar("λ")).isZero();
        stepped(rule, new double[1], state, 4, 6, 6);
        double lambda = state.scalar("λ");
        assertThat(rule.switched(state)).isPresent(); // t > 1, and any estimate is within 1e9
        assertThat(lambda).isNotZero();
    }

    @Test
    void itNeverSwitchesWithoutTolerance() {
        Swats rule = new Swats(0.9, 0.999, 1e-300, 0);
        assertThat(rule.switched(stepped(rule, new double[1], rule.init(1), 4, 1, 50)))
                .isEmpty();
    }

    @Test
    void allParametersSwitchTogether() {
        Swats rule = new Swats(0.9, 0.999, 1e-300, 1e-9);
        double[] theta = {0, 0};
        State state = rule.init(2);
        for (int t = 1; t <= 2; t++) {
            Movements.step(rule, theta, new double[] {4, 2}, state, new Step(t, 0.5));
        }
        // p = (−½, −½): pᵀp = ½, −pᵀg = 3: one rate of 1/6 for both, where each alone would have 1/8 and 1/4
        assertThat(rule.switched(state).orElseThrow().rate()).isCloseTo(1.0 / 6, within(1e-12));
    }
}
