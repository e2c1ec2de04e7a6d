package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * SGDWM: SGDM with decoupled weight decay, which pulls θ towards 0 apart from the momentum.
 *
 * <pre>
 * m_0 = 0
 * m_t = λ m_{t−1} + η g_{t−1}
 * θ_t = θ_{t−1} − m_t − γ θ_{t−1}
 * </pre>
 *
 * <p>γ is not multiplied by η here, as it is in the lecture's {@link AdamW}: under a schedule the decay stays.
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> λ = 0.9, as for SGDM; γ = 0.0001, which is what AdamW's 0.01 comes to at η
 * = 0.01; the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Sgdwm(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, <a href="https://arxiv.org/abs/1711.05101">arXiv
 * 1711.05101</a>, Algorithm 1. <b>Differs from the paper in</b> its schedule multiplier, which there multiplies γ too. <b>Differs from
 * PyTorch in</b> everything: PyTorch has none, and timm's multiplies γ by η.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 * @param gamma the decay γ, at least 0
 */
public record Sgdwm(double lambda, double gamma) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Sgdwm {
        Domain.of("sgdwm").decay("lambda", lambda).nonNegative("gamma", gamma);
    }

    /** λ = 0.9 and γ = 0.0001. */
    public Sgdwm() {
        this(0.9, 1e-4);
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = λ m_{t−1} + η g_{t−1}", "θ_t = θ_{t−1} − m_t − γ θ_{t−1}")
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
            m[i] = lambda * m[i] + eta * g[i];
            next[i] = theta[i] - m[i] - gamma * theta[i];
        }
    }
}
