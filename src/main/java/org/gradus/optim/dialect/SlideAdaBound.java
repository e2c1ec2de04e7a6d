package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * AdaBound as two of three notes copy it from the lecture's slide: the clipped rate multiplies m, which is not corrected for starting at 0.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * v̂_t = v_t / (1 − β2^t)
 * l_t = f − f / ((1 − β2) t + 1)
 * u_t = f + f / ((1 − β2) t)
 * η̂_t = Clip(η / (√v̂_t + ε), l_t, u_t)
 * θ_t = θ_{t−1} − η̂_t m_t
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999, ε = 10⁻⁸ and f = 0.1, the lecture's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new SlideAdaBound(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Chien Chung-Ming 2020, Optimization for Deep Learning, National Taiwan University; one note has m̂ for m, which is our
 * AdaBound. <b>Differs from the paper in</b> the corrected v, ε and the missing 1/√t: see {@link PaperAdaBound}. <b>Differs from PyTorch
 * in</b> that PyTorch has no AdaBound; for the authors' code see {@link AuthorsAdaBound}.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1; the bounds close as fast as 1 − β2
 * @param epsilon ε, added to √v̂, a positive number
 * @param f the final learning rate f, more than 0
 */
public record SlideAdaBound(double beta1, double beta2, double epsilon, double f) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public SlideAdaBound {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2);
        Domain.of(name()).positive("epsilon", epsilon).positive("f", f);
    }

    /** The lecture's β1, β2, ε and f. */
    public SlideAdaBound() {
        this(0.9, 0.999, 1e-8, 0.1);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "adabound-m",
                "adabound",
                "It multiplies the clipped rate by m where we read the slide as m̂, so that with β1 = 0.9 "
                        + "its first step is a tenth as long; the two come together as 1 − β1^t nears 1.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "v̂_t = v_t / (1 − β2^t)",
                        "l_t = f − f / ((1 − β2) t + 1)",
                        "u_t = f + f / ((1 − β2) t)",
                        "η̂_t = Clip(η / (√v̂_t + ε), l_t, u_t)",
                        "θ_t = θ_{t−1} − η̂_t m_t")
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
        double beta2T = FastMath.pow(beta2, (double) step.t());
        double l = f - f / ((1 - beta2) * step.t() + 1);
        double u = f + f / ((1 - beta2) * step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double vHat = v[i] / (1 - beta2T);
            double etaHat = Math.min(Math.max(eta / (Math.sqrt(vHat) + epsilon), l), u);
            next[i] = theta[i] - etaHat * m[i];
        }
    }
}
