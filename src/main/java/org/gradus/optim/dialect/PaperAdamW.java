package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * AdamW as its paper's Algorithm 2 has it: the decay is multiplied by the schedule's multiplier η / η_0 and not by the rate itself.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = m_t / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * θ_t = θ_{t−1} − η / η_0 (η_0 m̂_t / (√v̂_t + ε) + λ θ_{t−1})
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, the paper's; λ = 10⁻⁵, which for
 * η_0 = 0.001 is PyTorch's γ = 0.01.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PaperAdamW(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, <a href="https://arxiv.org/abs/1711.05101">arXiv
 * 1711.05101</a>, Algorithm 2: its α is our η_0, its η_t our η / η_0. <b>Differs from the paper in</b> η_0, the schedule's first rate: under a
 * warm-up that is not the paper's α. <b>Differs from PyTorch in</b> the factor α of the decay. PyTorch's γ = λ / η_0 gives the same steps, and
 * so does the lecture's; only here may one tune η_0 without touching the decay.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param lambda the weight decay λ, at least 0
 */
public record PaperAdamW(double beta1, double beta2, double epsilon, double lambda) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PaperAdamW {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2);
        Domain.of(name()).positive("epsilon", epsilon).nonNegative("lambda", lambda);
    }

    /** The paper's β1, β2 and ε, and a λ that is usual. */
    public PaperAdamW() {
        this(0.9, 0.999, 1e-8, 1e-5);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "paper-adamw",
                "adamw",
                "The paper multiplies the decay by the schedule's multiplier η/η_0 alone, the lecture and PyTorch by η: "
                        + "a larger first rate leaves the decay here as it was, and enlarges it there.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "m̂_t = m_t / (1 − β1^t)",
                        "v̂_t = v_t / (1 − β2^t)",
                        "θ_t = θ_{t−1} − η / η_0 (η_0 m̂_t / (√v̂_t + ε) + λ θ_{t−1})")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("λ", lambda);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double eta0 = step.eta0();
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = theta[i] - eta / eta0 * (eta0 * mHat / (Math.sqrt(vHat) + epsilon) + lambda * theta[i]);
        }
    }
}
