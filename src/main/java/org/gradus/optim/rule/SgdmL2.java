package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * SGDM with L2 regularization: the gradient of ½ γ ‖θ‖² is in the momentum.
 *
 * <pre>
 * m_0 = 0
 * m_t = λ m_{t−1} + η (g_{t−1} + γ θ_{t−1})
 * θ_t = θ_{t−1} − m_t
 * </pre>
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> λ = 0.9 and γ = 0.0005, those of Krizhevsky, Sutskever and Hinton 2012;
 * the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new SgdmL2(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, <a href="https://arxiv.org/abs/1711.05101">arXiv
 * 1711.05101</a>, Algorithm 1, the other variant. <b>Differs from the paper in</b> nothing. <b>Differs from PyTorch in</b> where η stands,
 * as SGDM does; with a constant rate it is {@code SGD(lr, momentum, weight_decay=γ)}.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 * @param gamma the decay γ, at least 0
 */
public record SgdmL2(double lambda, double gamma) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public SgdmL2 {
        Domain.of("sgdm-l2").decay("lambda", lambda).nonNegative("gamma", gamma);
    }

    /** λ = 0.9 and γ = 0.0005. */
    public SgdmL2() {
        this(0.9, 5e-4);
    }

    @Override
    public String name() {
        return "sgdm-l2";
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = λ m_{t−1} + η (g_{t−1} + γ θ_{t−1})", "θ_t = θ_{t−1} − m_t")
                .with("λ", lambda)
                .with("γ", gamma);
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
            m[i] = lambda * m[i] + eta * (g[i] + gamma * theta[i]);
            next[i] = theta[i] - m[i];
        }
    }
}
