package org.gradus.optim.cycle;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * SGDM whose momentum follows a schedule: λ falls while η rises, and the other way.
 *
 * <pre>
 * m_0 = 0
 * m_t = λ_t m_{t−1} + η g_{t−1}
 * θ_t = θ_{t−1} − m_t
 * </pre>
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> none; Smith and Topin go from 0.95 to 0.85 and back.
 *
 * <p><b>Example:</b> {@code new CycledSgdm(new OneCycle(0.01, 0.3, 1e-5, 1000, 0.45), new OneCycle(0.95, 0.85, 0.95, 1000, 0.45))}
 *
 * <p><b>Reference:</b> Smith 2018, A disciplined approach to neural network hyper-parameters, <a
 * href="https://arxiv.org/abs/1803.09820">arXiv 1803.09820</a>, section 4.2. <b>Differs from the paper in</b> nothing. <b>Differs from PyTorch
 * in</b> where η stands, as {@link org.gradus.optim.rule.Sgdm} does; its {@code OneCycleLR} cycles the momentum likewise.
 *
 * @param eta the learning rate η
 * @param lambda the momentum λ, at least 0 and less than 1 at every update
 */
public record CycledSgdm(Schedule eta, Schedule lambda) implements UpdateRule {
    @Override
    public String name() {
        return "cycled-sgdm";
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = λ_t m_{t−1} + η g_{t−1}", "θ_t = θ_{t−1} − m_t")
                .given("λ", (t, size) -> new double[] {momentum(t)});
    }

    private double momentum(long t) {
        double value = lambda.at(t - 1);
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "cycled-sgdm: lambda must be at least 0 and less than 1, found %s at step %s; check its schedule"
                            .formatted(value, t));
        }
        return value;
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m");
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double[] m = state.vector("m");
        double eta = step.eta();
        double momentum = momentum(step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = momentum * m[i] + eta * g[i];
            theta[i] = theta[i] - m[i];
        }
    }
}
