package org.gradus.optim.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gradus.optim.Movements;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LookaheadTest {
    private static double[] gradient(double[] theta) {
        double[] g = theta.clone();
        Arrays.setAll(g, i -> (i + 1) * theta[i] - 1);
        return g;
    }

    /**
     * The lecture's two loops, word for word: θ_{t,0} = φ_{t−1}; θ_{t,i} = θ_{t,i−1} + Optim(θ_{t,i−1}) for i = 1 … k;
     * φ_t = φ_{t−1} + α (θ_{t,k} − φ_{t−1}).
     */
    private static double[] lecture(UpdateRule optim, int k, double alpha, double[] start, int rounds) {
        double[] phi = start.clone();
        State state = optim.init(start.length);
        for (int t = 1; t <= rounds; t++) {
            double[] theta = phi.clone();
            for (int i = 1; i <= k; i++) {
                Movements.step(optim, theta, gradient(theta), state, new Step((t - 1L) * k + i, 0.1));
            }
            for (int j = 0; j < phi.length; j++) {
                phi[j] = phi[j] + alpha * (theta[j] - phi[j]);
            }
        }
        return phi;
    }

    @TestFactory
    Stream<DynamicTest> oneClockDoesWhatTheLecturesTwoIndicesDo() {
        return Stream.of(new Sgd(), new Sgdm(), new Adam(), new Adagrad(), new Nag())
                .map(inner -> DynamicTest.dynamicTest(inner.name(), () -> {
                    double[] theta = {3, -2, 0.5};
                    double[] expected = lecture(inner, 5, 0.8, theta, 6);
                    UpdateRule rule = new Lookahead(inner, 5, 0.8, Pullback.NONE);
                    State state = rule.init(3);
                    for (int t = 1; t <= 30; t++) {
                        Movements.step(rule, theta, gradient(theta), state, new Step(t, 0.1));
                    }
                    assertThat(theta).containsExactly(expected);
                    assertThat(state.vector("φ")).containsExactly(expected);
                }));
    }

    @Test
    void withAlphaOneThereIsNoStepBack() {
        double[] gradients = {1, -2, 3, 4, -5, 6, 7};
        Lookahead rule = new Lookahead(new Adam(), 3, 1, Pullback.NONE);
        assertThat(Movements.of(rule, 0.1, gradients))
                .containsExactly(Movements.of(new Adam(), 0.1, gradients), within(1e-15)); // φ + (θ̃ − φ) rounds
    }

    @Test
    void resetForgetsTheMomentumAtEveryStepBack() {
        Lookahead rule = new Lookahead(new Sgdm(0.5), 2, 0.5, Pullback.RESET);
        // m = 8, then 0.5 · 8 + 4 = 8: θ̃ = −16, φ = −8, back by 8; m = 0, so the next gradient of 0 moves nothing
        assertThat(Movements.of(rule, 1, 8, 4, 0)).containsExactly(-8, 0, 0);
        Lookahead kept = new Lookahead(new Sgdm(0.5), 2, 0.5, Pullback.NONE);
        assertThat(Movements.of(kept, 1, 8, 4, 0)).containsExactly(-8, 0, -4);
    }

    @Test
    void resetTouchesTheMomentumAlone() {
        Lookahead rule = new Lookahead(new Adam(), 1, 0.5, Pullback.RESET);
        State state = rule.init(1);
        Movements.step(rule, new double[1], new double[] {2}, state, new Step(1, 0.1));
        assertThat(state.vector("m")).containsExactly(0);
        assertThat(state.vector("v")[0]).isEqualTo((1 - 0.999) * 4);
    }

    @Test
    void theDefaultsAreThoseOfTheAuthorsCode() {
        assertThat(new Lookahead(new Sgd())).isEqualTo(new Lookahead(new Sgd(), 5, 0.8, Pullback.NONE));
        assertThat(new Lookahead(new Adam()).name()).isEqualTo("lookahead(adam)");
    }
}
