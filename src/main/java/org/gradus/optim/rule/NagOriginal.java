package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * NAG as first written: the gradient is taken where momentum alone would lead to, the step from where one stands.
 *
 * <pre>
 * θ_0 = θ′_0
 * m_0 = 0
 * m_t = λ m_{t−1} + η ∇L(θ_{t−1} − λ m_{t−1})
 * θ_t = θ_{t−1} − m_t
 * θ′_t = θ_t − λ m_t
 * </pre>
 *
 * <p>The parameters hold θ′ = θ − λ m, since there the gradient is taken; θ itself is remembered apart, from the first step on. {@link Nag}
 * does the same without the copy.
 *
 * <p><b>State:</b> θ and m, two numbers per parameter. <b>Defaults:</b> λ = 0.9, as for SGDM; the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new NagOriginal(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Nesterov 1983, A method for solving the convex programming problem with convergence rate O(1/k²), <a
 * href="https://www.mathnet.ru/eng/dan46009">Doklady AN SSSR 269, 543–547</a>; with momentum: Sutskever et al. 2013, <a
 * href="https://proceedings.mlr.press/v28/sutskever13.html">PMLR 28</a>. <b>Differs from the paper in</b> λ, which there grows from step to
 * step. <b>Differs from PyTorch in</b> the form: PyTorch has that of {@link Nag}.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 */
public record NagOriginal(double lambda) implements UpdateRule {
    /**
     * Checks the hyper-parameter.
     *
     * @throws IllegalArgumentException if λ lies outside its domain
     */
    public NagOriginal {
        Domain.of("nag-original").decay("lambda", lambda);
    }

    /** The lecture's λ. */
    public NagOriginal() {
        this(0.9);
    }

    @Override
    public String name() {
        return "nag-original";
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "θ_0 = θ′_0",
                        "m_0 = 0",
                        "m_t = λ m_{t−1} + η ∇L(θ_{t−1} − λ m_{t−1})",
                        "θ_t = θ_{t−1} − m_t",
                        "θ′_t = θ_t − λ m_t")
                .with("λ", lambda);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "θ", "m");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] ownTheta = state.vector("θ");
        double[] m = state.vector("m");
        double eta = step.eta();
        if (step.t() == 1) {
            System.arraycopy(theta, 0, ownTheta, 0, theta.length);
        }
        for (int i = 0; i < theta.length; i++) {
            m[i] = lambda * m[i] + eta * g[i];
            ownTheta[i] = ownTheta[i] - m[i];
            next[i] = ownTheta[i] - lambda * m[i];
        }
    }
}
