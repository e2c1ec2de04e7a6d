package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * RAdam as its authors' code computes it by default: no step at all while ρ_t is below 5.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * ρ_∞ = 2 / (1 − β2) − 1
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)
 * r_t = √((ρ_t − 4) (ρ_t − 2) ρ_∞ / ((ρ_∞ − 4) (ρ_∞ − 2) ρ_t)), if ρ_t ≥ 5
 * θ_t = θ_{t−1} − η r_t √(1 − β2^t) / (1 − β1^t) m_t / (√v_t + ε), if ρ_t ≥ 5
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter, which see every gradient. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, the
 * code's; its η is 0.001. Where β2 is so small that ρ_∞ is below 5 (β2 &lt; 2/3), the parameters never move.
 *
 * <p><b>Example:</b> {@code new Optimizer(new AuthorsRAdam(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Liu et al. 2020, <a href="https://github.com/LiyuanLucasLiu/RAdam">github.com/LiyuanLucasLiu/RAdam</a>, with
 * {@code degenerated_to_sgd=False}. <b>Differs from the paper in</b> the threshold, 4 there, and in the steps below it, SGDM's there.
 * <b>Differs from PyTorch in</b> the same steps: see {@link PyTorchRAdam}. The authors' code computes in single precision.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v, a positive number
 */
public record AuthorsRAdam(double beta1, double beta2, double epsilon) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public AuthorsRAdam {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** The defaults of the authors' code. */
    public AuthorsRAdam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "authors-radam",
                "radam",
                "The authors' code takes no step at all until ρ_t ≥ 5 (the sixth step for β2 = 0.999), where the "
                        + "lecture takes steps of SGDM until ρ_t > 4, and it adds ε to √v, the lecture to √v̂.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "ρ_∞ = 2 / (1 − β2) − 1",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)",
                        "r_t = √((ρ_t − 4) (ρ_t − 2) ρ_∞ / ((ρ_∞ − 4) (ρ_∞ − 2) ρ_t)), if ρ_t ≥ 5",
                        "θ_t = θ_{t−1} − η r_t √(1 − β2^t) / (1 − β1^t) m_t / (√v_t + ε), if ρ_t ≥ 5")
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
        double rhoInfinity = 2 / (1 - beta2) - 1;
        double rho = rhoInfinity - 2 * step.t() * beta2T / (1 - beta2T);
        double r = Math.sqrt((rho - 4) * (rho - 2) * rhoInfinity / ((rhoInfinity - 4) * (rhoInfinity - 2) * rho));
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            next[i] = rho >= 5
                    ? theta[i] - eta * r * Math.sqrt(1 - beta2T) / (1 - beta1T) * m[i] / (Math.sqrt(v[i]) + epsilon)
                    : theta[i];
        }
    }
}
