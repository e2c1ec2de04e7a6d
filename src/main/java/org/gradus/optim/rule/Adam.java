package org.gradus.optim.rule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Adam: the mean m and the uncentered variance v of the gradients as moving averages, both corrected for starting at 0.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = m_t / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, all from the paper, whose
 * η is 0.001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Adam(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, <a href="https://arxiv.org/abs/1412.6980">arXiv
 * 1412.6980</a>, Algorithm 1. <b>Differs from the paper in</b> nothing; its faster form at the end of section 2 has another ε. The lecture's
 * slide lists "v_1 = g_0²" beside RMSProp; with the division by 1 − β2^t that would be wrong by 1/(1 − β2). <b>Differs from PyTorch in</b>
 * rounding only.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 */
public record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Adam {
        Domain.of("adam").decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** The paper's β1, β2 and ε. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
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
                        "θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon);
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
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = theta[i] - eta / (Math.sqrt(vHat) + epsilon) * mHat;
        }
    }
}
