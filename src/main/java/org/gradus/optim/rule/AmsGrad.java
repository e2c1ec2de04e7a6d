package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * AMSGrad: Adam with the largest v so far, so that its learning rates never grow.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * v̂_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * v̂_t = max(v̂_{t−1}, v_t)
 * θ_t = θ_{t−1} − η / (√v̂_t + ε) m_t
 * </pre>
 *
 * <p>m and v are not corrected for starting at 0: the lecture has the maximum in place of that.
 *
 * <p><b>State:</b> m, v and v̂, three numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, as in Adam.
 *
 * <p><b>Example:</b> {@code new Optimizer(new AmsGrad(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Reddi, Kale and Kumar 2018, On the Convergence of Adam and Beyond, <a href="https://arxiv.org/abs/1904.09237">arXiv
 * 1904.09237</a>, Algorithm 2. <b>Differs from the paper in</b> ε, absent there, and in that its η_t = η/√t and its projection are left to
 * the schedule and the problem. <b>Differs from PyTorch in</b> the corrections, which PyTorch's {@code Adam(amsgrad=True)} makes after the
 * maximum.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public AmsGrad {
        Domain.of("amsgrad").decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** Adam's β1, β2 and ε. */
    public AmsGrad() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "v̂_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "v̂_t = max(v̂_{t−1}, v_t)",
                        "θ_t = θ_{t−1} − η / (√v̂_t + ε) m_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v", "v̂");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double[] vHat = state.vector("v̂");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            vHat[i] = Math.max(vHat[i], v[i]);
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            next[i] = theta[i] - eta / (Math.sqrt(vHat[i]) + epsilon) * m[i];
        }
    }
}
