package org.gradus.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Reddi;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class TraceTest {
    private static final Landscape ROSENBROCK = new Rosenbrock();

    @Test
    void theWalkIsThatOfTheOptimizer() {
        Trace trace = Trace.of(new Adam(), 0.05, ROSENBROCK, 50);
        Parameter theta = new Parameter("theta", Tensor.of(ROSENBROCK.start()));
        Optimizer optimizer = new Optimizer(new Adam(), 0.05, Map.of("theta", theta));
        assertThat(trace.path()).hasSize(51);
        for (int t = 0; t <= 50; t++) {
            assertThat(trace.path().get(t)).containsExactly(theta.value().toArray());
            optimizer.step(ROSENBROCK.loss(theta.value(), t + 1).backward());
        }
    }

    @Test
    void everySymbolHasItsValue() {
        // L = ½ (x² + 10 y²) from (1, 1): g_0 = (1, 10); by hand m_1 = 0.1 g_0 and θ_1 = θ_0 − m_1
        Trace trace = Trace.from(new double[] {1, 1}, new RuleWithRate(new Sgdm(), 0.1), new IllConditioned(2, 10), 1);
        TraceStep step = trace.steps().get(0);
        assertThat(trace.symbols()).containsExactly("g_{t−1}", "η", "m_t", "θ_t", "Δθ_t", "η̃_t");
        assertThat(step.values().get("g_{t−1}")).containsExactly(1, 10);
        assertThat(step.values().get("m_t")).containsExactly(0.1, 1);
        assertThat(step.values().get("θ_t")).containsExactly(0.9, 0);
        assertThat(step.values().get("Δθ_t")).containsExactly(0.9 - 1, -1);
        assertThat(step.values().get("η̃_t")).containsExactly(-(0.9 - 1), 0.1);
        assertThat(step.lines().get("m_t").get(0).text()).isEqualTo("m_t = λ m_{t−1} + η g_{t−1}");
        assertThat(step.loss()).isEqualTo(0.5 * 0.9 * 0.9);
    }

    @Test
    void aFeasibleSetHoldsTheWalk() {
        Trace trace = Trace.of(new Sgd(), 0.5, new Reddi(), 3); // the first gradient is 1010: straight to the border
        assertThat(trace.path().get(1)).containsExactly(-1);
        assertThat(trace.path().get(2)).containsExactly(1); // −1 + 0.5 · 10 is beyond the other border
    }

    @Test
    void argumentsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Trace.of(new Sgd(), 1, ROSENBROCK, 0))
                .hasMessage("trace: the number of steps must be at least 1, found 0");
        assertThatThrownBy(() -> Trace.from(new double[] {1}, new RuleWithRate(new Sgd(), 1), ROSENBROCK, 1))
                .hasMessage("rosenbrock: a start needs 2 numbers, found 1");
        assertThatThrownBy(
                        () -> Trace.from(new double[] {1, Double.NaN}, new RuleWithRate(new Sgd(), 1), ROSENBROCK, 1))
                .hasMessage("rosenbrock: a start needs finite numbers, found [1.0, NaN]");
    }

    @Test
    void aTraceCannotBeChanged() {
        Trace trace = Trace.of(new Sgd(), 1e-3, ROSENBROCK, 1);
        trace.path().get(1)[0] = 5;
        assertThat(trace.path().get(1)[0]).isNotEqualTo(5);
        assertThatThrownBy(() -> trace.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(trace.start())
                .isEqualTo(List.of(ROSENBROCK.start()[0], ROSENBROCK.start()[1]));
    }

    /** SGD with η = 0.001 from 0: f_1 = 1010x, f_2 = f_3 = −10x, θ* = −1; θ_1 = −1 (−1.01 clipped), θ_2 = −0.99. By hand. */
    @Test
    void theAverageRegretIsWhatWasMetBeyondTheBestPoint() {
        Trace trace = Trace.of(new Sgd(), 0.001, new Reddi(), 3);
        List<Double> regret = trace.averageRegret();
        assertThat(trace.landscapeChanges()).isTrue();
        assertThat(regret.get(0)).isEqualTo(1010); // 0 + 1010
        assertThat(regret.get(1)).isEqualTo(505); // f_2(−1) = f_2(θ*)
        assertThat(regret.get(2)).isCloseTo((1010 + 9.9 - 10) / 3, within(1e-9));
        Trace still = Trace.of(new Sgd(), 0.001, new Rosenbrock(), 3);
        assertThat(still.landscapeChanges()).isFalse();
    }
}
