package org.gradus.optim.rule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * AdaBound: Adam whose learning rates are kept between bounds that close in on f, so that it ends as SGDM.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = m_t / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * l_t = f − f / ((1 − β2) t + 1)
 * u_t = f + f / ((1 − β2) t)
 * η̂_t = Clip(η / (√v̂_t + ε), l_t, u_t)
 * θ_t = θ_{t−1} − η̂_t m̂_t
 * </pre>
 *
 * <p>With the defaults the bounds are 0.0001 and 100.1 at step 1, and 0.05 and 0.2 at step 1000. A schedule moves η, not them.
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> f = 0.1 from the paper; β1, β2 and ε as in Adam.
 *
 * <p><b>Example:</b> {@code new Optimizer(new AdaBound(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Luo et al. 2019, Adaptive Gradient Methods with Dynamic Bound of Learning Rate, <a
 * href="https://arxiv.org/abs/1902.09843">arXiv 1902.09843</a>, Algorithm 1. <b>Differs from the paper in</b> the hats, the ε and no further
 * division by √t. The lecture leaves open whether m has its hat; here it has. <b>Differs from PyTorch in</b> everything: PyTorch has none.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param f the final learning rate f, a positive number
 */
public record AdaBound(double beta1, double beta2, double epsilon, double f) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public AdaBound {
        Domain.of("adabound").decay("beta1", beta1).decay("beta2", beta2);
        Domain.of("adabound").positive("epsilon", epsilon).positive("f", f);
    }

    /** Adam's β1, β2 and ε and the paper's f. */
    public AdaBound() {
        this(0.9, 0.999, 1e-8, 0.1);
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
                        "l_t = f − f / ((1 − β2) t + 1)",
                        "u_t = f + f / ((1 − β2) t)",
                        "η̂_t = Clip(η / (√v̂_t + ε), l_t, u_t)",
                        "θ_t = θ_{t−1} − η̂_t m̂_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("f", f);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        double l = f - f / ((1 - beta2) * step.t() + 1);
        double u = f + f / ((1 - beta2) * step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            double etaHat = Math.min(Math.max(eta / (Math.sqrt(vHat) + epsilon), l), u);
            next[i] = theta[i] - etaHat * mHat;
        }
    }
}
