package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * NAG, Nesterov's accelerated gradient, for the point θ′ = θ − λ m that momentum alone would lead to.
 *
 * <pre>
 * m_0 = 0
 * m_t = λ m_{t−1} + η g_{t−1}
 * θ′_t = θ′_{t−1} − λ m_t − η g_{t−1}
 * </pre>
 *
 * <p>The parameters hold θ′, and g = ∇L(θ′) is the gradient there: no copy of them is needed. It is {@link NagOriginal} step for step.
 * Beside SGDM, θ_t = θ_{t−1} − λ m_{t−1} − η g_{t−1}, it only has m_t for m_{t−1}.
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> λ = 0.9, as for SGDM; the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Nag(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Nesterov 1983, A method for solving the convex programming problem with convergence rate O(1/k²), <a
 * href="https://www.mathnet.ru/eng/dan46009">Doklady AN SSSR 269, 543–547</a>; with momentum: Sutskever et al. 2013, <a
 * href="https://proceedings.mlr.press/v28/sutskever13.html">PMLR 28</a>. <b>Differs from the paper in</b> λ, which there grows from step to
 * step. <b>Differs from PyTorch in</b> where η stands, as SGDM does; with a constant rate it is {@code SGD(lr, momentum, nesterov=True)}.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 */
public record Nag(double lambda) implements UpdateRule {
    /**
     * Checks the hyper-parameter.
     *
     * @throws IllegalArgumentException if λ lies outside its domain
     */
    public Nag {
        Domain.of("nag").decay("lambda", lambda);
    }

    /** The lecture's λ. */
    public Nag() {
        this(0.9);
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = λ m_{t−1} + η g_{t−1}", "θ′_t = θ′_{t−1} − λ m_t − η g_{t−1}")
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
            next[i] = theta[i] - lambda * m[i] - eta * g[i];
        }
    }
}
