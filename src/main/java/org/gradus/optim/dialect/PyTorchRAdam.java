package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * RAdam as PyTorch computes it: rectified only once ρ_t is above 5, with ε added to the root of the uncorrected v.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * ρ_∞ = 2 / (1 − β2) − 1
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = m_t / (1 − β1^t)
 * ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)
 * r_t = √((ρ_t − 4) (ρ_t − 2) ρ_∞ / ((ρ_∞ − 4) (ρ_∞ − 2) ρ_t)), if ρ_t &gt; 5
 * θ_t = θ_{t−1} − m̂_t η, if ρ_t ≤ 5
 * θ_t = θ_{t−1} − m̂_t η (√(1 − β2^t) / (√v_t + ε)) r_t
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, PyTorch's; its η is 0.001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchRAdam(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html">torch.optim.RAdam</a>. <b>Differs from the
 * paper in</b> the threshold: Liu et al. 2020 rectify above 4, as the lecture does. <b>Differs from PyTorch in</b> rounding only.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v, a positive number
 */
public record PyTorchRAdam(double beta1, double beta2, double epsilon) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchRAdam {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** PyTorch's β1, β2 and ε. */
    public PyTorchRAdam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "pytorch-radam",
                "radam",
                "PyTorch rectifies from ρ_t > 5 on, the lecture from ρ_t > 4, which is one step earlier (the fifth "
                        + "for β2 = 0.999), and PyTorch adds ε to √v, the lecture to √v̂.");
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
                        "ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)",
                        "r_t = √((ρ_t − 4) (ρ_t − 2) ρ_∞ / ((ρ_∞ − 4) (ρ_∞ − 2) ρ_t)), if ρ_t > 5",
                        "θ_t = θ_{t−1} − m̂_t η, if ρ_t ≤ 5",
                        "θ_t = θ_{t−1} − m̂_t η (√(1 − β2^t) / (√v_t + ε)) r_t")
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
            double mHat = m[i] / (1 - beta1T);
            next[i] = rho <= 5
                    ? theta[i] - mHat * eta
                    : theta[i] - mHat * eta * (Math.sqrt(1 - beta2T) / (Math.sqrt(v[i]) + epsilon)) * r;
        }
    }
}
