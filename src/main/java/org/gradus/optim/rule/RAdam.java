package org.gradus.optim.rule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * RAdam, rectified Adam: while v knows too few gradients, momentum alone; then Adam with a rate that r warms up.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * ρ_∞ = 2 / (1 − β2) − 1
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = m_t / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)
 * r_t = √((ρ_t − 4) (ρ_t − 2) ρ_∞ / ((ρ_∞ − 4) (ρ_∞ − 2) ρ_t)), if ρ_t &gt; 4
 * θ_t = θ_{t−1} − η m̂_t, if ρ_t ≤ 4
 * θ_t = θ_{t−1} − η r_t / (√v̂_t + ε) m̂_t
 * </pre>
 *
 * <p>ρ_t is how many gradients v effectively averages, ρ_∞ the most it ever will. With β2 = 0.999, ρ_5 = 4.996 is the first above 4; with
 * β2 up to 0.6 none is. The first steps are as long as SGD's: a rate that suits Adam may be too large for them.
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 and β2 from the paper, ε = 10⁻⁸, all as in Adam.
 *
 * <p><b>Example:</b> {@code new Optimizer(new RAdam(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Liu et al. 2020, On the Variance of the Adaptive Learning Rate and Beyond,
 * <a href="https://arxiv.org/abs/1908.03265">arXiv 1908.03265</a>, Algorithm 2. <b>Differs from the paper in</b> ε, which the paper leaves
 * out. <b>Differs from PyTorch in</b> the threshold, there 5 (so it warms up a step later), and ε, there added to √v_t.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 */
public record RAdam(double beta1, double beta2, double epsilon) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public RAdam {
        Domain.of("radam").decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** The usual β1, β2 and ε. */
    public RAdam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "ρ_∞ = 2 / (1 − β2) − 1",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "m̂_t = m_t / (1 − β1^t)",
                        "v̂_t = v_t / (1 − β2^t)",
                        "ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)",
                        "r_t = √((ρ_t − 4) (ρ_t − 2) ρ_∞ / ((ρ_∞ − 4) (ρ_∞ − 2) ρ_t)), if ρ_t > 4",
                        "θ_t = θ_{t−1} − η m̂_t, if ρ_t ≤ 4",
                        "θ_t = θ_{t−1} − η r_t / (√v̂_t + ε) m̂_t")
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
        double beta2T = FastMath.pow(beta2, (double) step.t());
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double rhoInfinity = 2 / (1 - beta2) - 1;
        double rho = rhoInfinity - 2 * step.t() * beta2T / (1 - beta2T);
        double r = Math.sqrt((rho - 4) * (rho - 2) * rhoInfinity / ((rhoInfinity - 4) * (rhoInfinity - 2) * rho));
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = rho <= 4 ? theta[i] - eta * mHat : theta[i] - eta * r / (Math.sqrt(vHat) + epsilon) * mHat;
        }
    }
}
