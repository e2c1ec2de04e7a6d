package org.gradus.optim.after;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Cautious AdamW: only what the newest gradient also wants to move is moved, and that by more, so that the mean of the mask stays 1.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * φ_t = 1, where m_t g_{t−1} &gt; 0
 * φ_t = 0
 * φ̂_t = φ_t / max(mean(φ_t), 0.001)
 * η_t = η √(1 − β2^t) / (1 − β1^t)
 * θ_t = (1 − η γ) θ_{t−1} − η_t φ̂_t m_t / (√v_t + ε)
 * </pre>
 *
 * <p>The mean is over all parameters the rule sees: all of its group here, those of one tensor in the authors' code. Where the product of m
 * and g underflows to 0, the mask is 0.
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁶, the authors'; γ = 0.01, as in AdamW.
 *
 * <p><b>Example:</b> {@code new Optimizer(new CautiousAdamW(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Liang, Chen, Liu and Liu 2024, Cautious Optimizers: Improving Training with One Line of Code, <a
 * href="https://arxiv.org/abs/2411.16085">arXiv 2411.16085</a>. <b>Differs from the lecture's AdamW in</b> φ̂, and in ε, which the authors' loop
 * adds to the root of the uncorrected v. <b>Differs from PyTorch in</b> everything: PyTorch has no cautious rule.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v, a positive number
 * @param gamma the decay γ, at least 0
 */
public record CautiousAdamW(double beta1, double beta2, double epsilon, double gamma) implements UpdateRule {
    /** Checks the hyper-parameters, with an {@link IllegalArgumentException} if one lies outside its domain. */
    public CautiousAdamW {
        Domain domain = Domain.of(name()).decay("beta1, beta2", beta1, beta2);
        domain.positive("epsilon", epsilon).nonNegative("gamma", gamma);
    }

    /** The authors' β1, β2 and ε and AdamW's γ. */
    public CautiousAdamW() {
        this(0.9, 0.999, 1e-6, 0.01);
    }

    @Override
    public String name() {
        return "cautious-adamw";
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "φ_t = 1, where m_t g_{t−1} > 0",
                        "φ_t = 0",
                        "φ̂_t = φ_t / max(mean(φ_t), 0.001)",
                        "η_t = η √(1 − β2^t) / (1 − β1^t)",
                        "θ_t = (1 − η γ) θ_{t−1} − η_t φ̂_t m_t / (√v_t + ε)")
                .with("β1, β2, ε, γ", beta1, beta2, epsilon, gamma);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double ones = 0;
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            ones += m[i] * g[i] > 0 ? 1 : 0;
        }
        double mean = Math.max(ones / theta.length, 0.001);
        double keep = 1 - step.eta() * gamma;
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double etaT = step.eta() * Math.sqrt(1 - FastMath.pow(beta2, (double) step.t())) / (1 - beta1T);
        for (int i = 0; i < theta.length; i++) {
            double mask = m[i] * g[i] > 0 ? 1 / mean : 0;
            next[i] = keep * theta[i] - etaT * mask * m[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }
}
