package org.gradus.optim.rule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Nadam: Adam with the momentum of NAG, which looks one step ahead.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = β1 m_t / (1 − β1^{t + 1}) + (1 − β1) g_{t−1} / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t
 * </pre>
 *
 * <p>Adam's m̂_t is β1 m_{t−1} / (1 − β1^t) + (1 − β1) g_{t−1} / (1 − β1^t): Nadam has the next m in it already.
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, as in Adam.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Nadam(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Dozat 2016, Incorporating Nesterov Momentum into Adam, <a
 * href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">ICLR workshop</a>, Algorithm 2. <b>Differs from the paper in</b> β1, which
 * there grows with t, and in v̂_t, which has a further factor β2 there. <b>Differs from PyTorch in</b> β1, which grows with t there too,
 * and in η, there 0.002.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 */
public record Nadam(double beta1, double beta2, double epsilon) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Nadam {
        Domain.of("nadam").decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** Adam's β1, β2 and ε. */
    public Nadam() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "m̂_t = β1 m_t / (1 − β1^{t + 1}) + (1 − β1) g_{t−1} / (1 − β1^t)",
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
        double beta1TPlus1 = FastMath.pow(beta1, (double) (step.t() + 1));
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            double mHat = beta1 * m[i] / (1 - beta1TPlus1) + (1 - beta1) * g[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = theta[i] - eta / (Math.sqrt(vHat) + epsilon) * mHat;
        }
    }
}
