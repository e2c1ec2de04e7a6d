package org.gradus.optim;

import org.apache.commons.math3.util.FastMath;
import org.gradus.equation.Equations;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/**
 * Adam: the mean m and the uncentered variance v of the gradients as moving averages, both corrected for starting at 0.
 *
 * <p>State: m and v, starting at 0: two numbers per parameter. Defaults η = 0.001, β1 = 0.9, β2 = 0.999, ε = 10⁻⁸ from the paper.
 *
 * <p>Reference: Kingma and Ba 2015, <a href="https://arxiv.org/abs/1412.6980">arXiv 1412.6980</a>, Algorithm 1. Differs from PyTorch in
 * nothing but rounding. The slide lists "v_1 = g_0²" beside RMSProp; together with the division by 1 − β2^t that would be wrong by 1/(1 − β2).
 *
 * @param eta the learning rate η
 * @param beta1 the decay of m, at least 0 and less than 1
 * @param beta2 the decay of v, at least 0 and less than 1
 * @param epsilon the number added to √v̂, at least 0
 */
public record Adam(Schedule eta, double beta1, double beta2, double epsilon) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Adam {
        Domain.decay("adam", "beta1", beta1);
        Domain.decay("adam", "beta2", beta2);
        Domain.nonNegative("adam", "epsilon", epsilon);
    }

    /** The paper's defaults, with a learning rate of 0.001. */
    public Adam() {
        this(1e-3);
    }

    /**
     * The paper's defaults with another learning rate.
     *
     * @param eta the learning rate η, a positive number
     */
    public Adam(double eta) {
        this(new Constant(eta));
    }

    /**
     * The paper's defaults with a schedule.
     *
     * @param eta the learning rate η
     */
    public Adam(Schedule eta) {
        this(eta, 0.9, 0.999, 1e-8);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                "m̂_t = m_t / (1 − β1^t)",
                "v̂_t = v_t / (1 − β2^t)",
                "θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t");
    }

    @Override
    public State init(int size) {
        return State.zeros(size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double eta = step.eta();
        double oneMinusBeta1T = 1 - FastMath.pow(beta1, (double) step.t());
        double oneMinusBeta2T = 1 - FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            double mHat = m[i] / oneMinusBeta1T;
            double vHat = v[i] / oneMinusBeta2T;
            theta[i] = theta[i] - eta / (Math.sqrt(vHat) + epsilon) * mHat;
        }
    }
}
