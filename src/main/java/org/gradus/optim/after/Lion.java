package org.gradus.optim.after;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Lion: a step of η along every axis, like {@link Signum}, in a direction c in which the newest gradient counts more than in the m it keeps.
 *
 * <pre>
 * m_0 = 0
 * c_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * m_t = β2 m_{t−1} + (1 − β2) g_{t−1}
 * θ_t = θ_{t−1} − η (sign(c_t) + γ θ_{t−1})
 * </pre>
 *
 * <p>c is not m: the two averages have decays of their own, though only one is kept. sign(0) is 0, as in Signum. The paper takes an η 3 to 10
 * times smaller than AdamW's, and a γ 3 to 10 times larger.
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> β1 = 0.9 and β2 = 0.99 from the paper, γ = 0; the authors' η is 0.0001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Lion(), 0.0001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Chen et al. 2023, Symbolic Discovery of Optimization Algorithms, <a href="https://arxiv.org/abs/2302.06675">arXiv
 * 2302.06675</a>. <b>Differs from the paper in</b> nothing; optax has the same steps with γ = 0.001. <b>Differs from PyTorch in</b>
 * everything: PyTorch has no Lion.
 *
 * @param beta1 the decay β1 in c, at least 0 and less than 1
 * @param beta2 the decay β2 of m, at least 0 and less than 1
 * @param gamma the decay γ of θ, at least 0
 */
public record Lion(double beta1, double beta2, double gamma) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Lion {
        Domain.of("lion").decay("beta1, beta2", beta1, beta2).nonNegative("gamma", gamma);
    }

    /** The paper's β1 and β2 without decay. */
    public Lion() {
        this(0.9, 0.99, 0);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "c_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "m_t = β2 m_{t−1} + (1 − β2) g_{t−1}",
                        "θ_t = θ_{t−1} − η (sign(c_t) + γ θ_{t−1})")
                .with("β1, β2, γ", beta1, beta2, gamma);
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
            double c = beta1 * m[i] + (1 - beta1) * g[i];
            m[i] = beta2 * m[i] + (1 - beta2) * g[i];
            next[i] = theta[i] - eta * (Math.signum(c) + gamma * theta[i]);
        }
    }
}
