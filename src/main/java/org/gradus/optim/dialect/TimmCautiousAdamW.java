package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Cautious AdamW as the library timm computes it, and the authors' faster path: ε is added to √v̂, as the lecture's AdamW adds it.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * φ_t = 1, where m_t g_{t−1} &gt; 0
 * φ_t = 0
 * φ̂_t = φ_t / max(mean(φ_t), 0.001)
 * m̂_t = m_t / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * θ_t = (1 − η γ) θ_{t−1} − η φ̂_t m̂_t / (√v̂_t + ε)
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999, ε = 10⁻⁸ and γ = 0.01, all timm's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new TimmCautiousAdamW(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/huggingface/pytorch-image-models">github.com/huggingface/pytorch-image-models</a>, {@code
 * timm.optim.AdamWLegacy} with {@code caution=True}. <b>Differs from {@link org.gradus.optim.after.CautiousAdamW}</b> in ε alone. <b>Differs
 * from PyTorch in</b> everything: PyTorch has no cautious rule.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param gamma the decay γ, at least 0
 */
public record TimmCautiousAdamW(double beta1, double beta2, double epsilon, double gamma) implements Dialect {
    /** Checks the hyper-parameters, with an {@link IllegalArgumentException} if one lies outside its domain. */
    public TimmCautiousAdamW {
        Domain.of(name()).decay("beta1, beta2", beta1, beta2);
        Domain.of(name()).positive("epsilon", epsilon).nonNegative("gamma", gamma);
    }

    /** The β1, β2, ε and γ of timm. */
    public TimmCautiousAdamW() {
        this(0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "timm-cautious-adamw",
                "cautious-adamw",
                "timm adds ε to √v̂, the authors' loop to √v before it is corrected for starting at 0, where at the first "
                        + "step it counts 32 times as much for β2 = 0.999.");
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
                        "m̂_t = m_t / (1 − β1^t)",
                        "v̂_t = v_t / (1 − β2^t)",
                        "θ_t = (1 − η γ) θ_{t−1} − η φ̂_t m̂_t / (√v̂_t + ε)")
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
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            double mask = m[i] * g[i] > 0 ? 1 / mean : 0;
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = (1 - eta * gamma) * theta[i] - eta * mask * mHat / (Math.sqrt(vHat) + epsilon);
        }
    }
}
