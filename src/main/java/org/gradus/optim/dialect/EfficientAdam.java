package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Adam in the paper's faster form: both corrections in one number η_t, and an ε̂ that is added to the root of the uncorrected v.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * η_t = η √(1 − β2^t) / (1 − β1^t)
 * θ_t = θ_{t−1} − η_t m_t / (√v_t + ε̂)
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9 and β2 = 0.999, the paper's; ε̂ = 10⁻⁸, the paper's ε. With
 * ε̂ = 0, a parameter whose gradients have all been 0 does not move.
 *
 * <p><b>Example:</b> {@code new Optimizer(new EfficientAdam(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, <a href="https://arxiv.org/abs/1412.6980">arXiv
 * 1412.6980</a>, the end of section 2. Keras's Adam is of this form, with ε̂ = 10⁻⁷. <b>Differs from the paper in</b> nothing. <b>Differs from
 * PyTorch in</b> ε: its Adam adds ε to √v̂, as the lecture does. The steps are the same where ε̂ = ε √(1 − β2^t); with the same number for
 * both, the first steps of a parameter with tiny gradients are smaller here, by up to √(1 − β2) = 1/32.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilonHat ε̂, added to √v, a positive number
 */
public record EfficientAdam(double beta1, double beta2, double epsilonHat) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public EfficientAdam {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2).positive("epsilonHat", epsilonHat);
    }

    /** The paper's β1, β2 and ε. */
    public EfficientAdam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "efficient-adam",
                "adam",
                "It adds ε̂ to √v before v is corrected for starting at 0, as if the lecture's ε were "
                        + "ε̂/√(1 − β2^t): 32 times as large at the first step for β2 = 0.999, the same in the end.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "η_t = η √(1 − β2^t) / (1 − β1^t)",
                        "θ_t = θ_{t−1} − η_t m_t / (√v_t + ε̂)")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε̂", epsilonHat);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        double etaT = step.eta() * Math.sqrt(1 - beta2T) / (1 - beta1T);
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            next[i] = theta[i] - etaT * m[i] / (Math.sqrt(v[i]) + epsilonHat);
        }
    }
}
