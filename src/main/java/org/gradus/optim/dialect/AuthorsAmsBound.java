package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * AMSBound, the authors' AdaBound with AMSGrad's largest v in the denominator.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * v̂_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * v̂_t = max(v̂_{t−1}, v_t)
 * l_t = f η / η_0 (1 − 1 / (γ t + 1))
 * u_t = f η / η_0 (1 + 1 / (γ t))
 * η̂_t = Clip(η √(1 − β2^t) / (1 − β1^t) / (√v̂_t + ε), l_t, u_t)
 * θ_t = θ_{t−1} − η̂_t m_t
 * </pre>
 *
 * <p><b>State:</b> m, v and v̂, three numbers per parameter. <b>Defaults:</b> {@link AuthorsAdaBound}'s.
 *
 * <p><b>Example:</b> {@code new Optimizer(new AuthorsAmsBound(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/Luolc/AdaBound">Luo 2019</a>. <b>Differs from the paper in</b> what AuthorsAdaBound does.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param f the final learning rate f, that of SGD, more than 0
 * @param gamma how fast the bounds close, γ, more than 0
 */
public record AuthorsAmsBound(double beta1, double beta2, double epsilon, double f, double gamma) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public AuthorsAmsBound {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2);
        Domain.of(name()).positive("epsilon", epsilon).positive("f", f).positive("gamma", gamma);
    }

    /** The defaults of the authors' code. */
    public AuthorsAmsBound() {
        this(0.9, 0.999, 1e-8, 0.1, 1e-3);
    }

    @Override
    public Origin origin() {
        return new Origin("authors-amsbound", "adabound", "It is authors-adabound with AMSGrad's largest v so far.");
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
                        "l_t = f η / η_0 (1 − 1 / (γ t + 1))",
                        "u_t = f η / η_0 (1 + 1 / (γ t))",
                        "η̂_t = Clip(η √(1 − β2^t) / (1 − β1^t) / (√v̂_t + ε), l_t, u_t)",
                        "θ_t = θ_{t−1} − η̂_t m_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("f", f)
                .with("γ", gamma);
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
        double t = step.t();
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, t);
        double beta2T = FastMath.pow(beta2, t);
        double l = f * eta / step.eta0() * (1 - 1 / (gamma * t + 1));
        double u = f * eta / step.eta0() * (1 + 1 / (gamma * t));
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            vHat[i] = Math.max(vHat[i], v[i]);
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            double etaHat = eta * Math.sqrt(1 - beta2T) / (1 - beta1T) / (Math.sqrt(vHat[i]) + epsilon);
            etaHat = Math.min(Math.max(etaHat, l), u);
            next[i] = theta[i] - etaHat * m[i];
        }
    }
}
