package org.gradus.optim;

import org.gradus.equation.Equations;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/**
 * Stochastic gradient descent with momentum: m_t = λ m_{t−1} + η g_{t−1}, θ_t = θ_{t−1} − m_t.
 *
 * <p>State: m, starting at 0: one number per parameter. λ = 0.9 is the lecture's typical value.
 *
 * <p>Reference: Rumelhart, Hinton and Williams 1986, <a href="https://doi.org/10.1038/323533a0">doi 10.1038/323533a0</a>.
 *
 * <p>Differs from PyTorch's {@code SGD(lr, momentum)} in where η stands: the lecture has it inside m, PyTorch multiplies the whole buffer by
 * the present rate. The steps are the same as long as η is constant; under a schedule the lecture's m remembers the old rates.
 *
 * @param eta the learning rate η
 * @param lambda the momentum λ, at least 0 and less than 1
 */
public record Sgdm(Schedule eta, double lambda) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if λ lies outside [0, 1)
     */
    public Sgdm {
        Domain.of("sgdm").decay("lambda", lambda);
    }

    /**
     * The lecture's λ = 0.9.
     *
     * @param eta the learning rate η
     */
    public Sgdm(Schedule eta) {
        this(eta, 0.9);
    }

    /**
     * A constant learning rate and the lecture's λ.
     *
     * @param eta the learning rate η, a positive number
     */
    public Sgdm(double eta) {
        this(new Constant(eta));
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = λ m_{t−1} + η g_{t−1}", "θ_t = θ_{t−1} − m_t")
                .with("λ", lambda);
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
        for (int i = 0; i < theta.length; i++) {
            m[i] = lambda * m[i] + eta * g[i];
            theta[i] = theta[i] - m[i];
        }
    }
}
