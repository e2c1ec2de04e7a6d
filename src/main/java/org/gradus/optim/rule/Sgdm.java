package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * SGDM, SGD with momentum: a step along m, the gradients of the past, each weaker than the next by λ.
 *
 * <pre>
 * m_0 = 0
 * m_t = λ m_{t−1} + η g_{t−1}
 * θ_t = θ_{t−1} − m_t
 * </pre>
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> λ = 0.9, the lecture's typical value; the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Sgdm(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Rumelhart, Hinton and Williams 1986, Learning representations by back-propagating errors, <a
 * href="https://doi.org/10.1038/323533a0">doi 10.1038/323533a0</a>, equation 9. <b>Differs from the paper in</b> the sign of m. <b>Differs
 * from PyTorch in</b> where η stands: here inside m, which remembers the old rates; PyTorch multiplies the whole of its buffer by the
 * present one. As long as η is constant the steps are the same.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 */
public record Sgdm(double lambda) implements UpdateRule {
    /**
     * Checks the hyper-parameter.
     *
     * @throws IllegalArgumentException if λ lies outside its domain
     */
    public Sgdm {
        Domain.of("sgdm").decay("lambda", lambda);
    }

    /** The lecture's λ. */
    public Sgdm() {
        this(0.9);
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
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            m[i] = lambda * m[i] + eta * g[i];
            next[i] = theta[i] - m[i];
        }
    }
}
