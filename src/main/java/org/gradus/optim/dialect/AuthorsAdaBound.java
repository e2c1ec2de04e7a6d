package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/**
 * AdaBound as its authors' code computes it: Adam's whole rate, both corrections included, is clipped, and the bounds follow the schedule.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * l_t = f η / η_0 (1 − 1 / (γ t + 1))
 * u_t = f η / η_0 (1 + 1 / (γ t))
 * η̂_t = Clip(η √(1 − β2^t) / (1 − β1^t) / (√v_t + ε), l_t, u_t)
 * θ_t = θ_{t−1} − η̂_t m_t
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999, ε = 10⁻⁸, f = 0.1 and γ = 10⁻³, the code's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new AuthorsAdaBound(0.001), model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/Luolc/AdaBound">github.com/Luolc/AdaBound</a>, 2019. <b>Differs from the paper in</b> the
 * corrections, ε and the missing 1/√t: see {@link PaperAdaBound}. Differs from that code in η_0, here the schedule's first rate, there the rate
 * the optimizer was made with, which a warm-up does not begin with. <b>Differs from PyTorch in</b> that PyTorch has no AdaBound.
 *
 * @param eta the learning rate η; its first value is η_0
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v, at least 0
 * @param f the final learning rate f, that of SGD, more than 0
 * @param gamma how fast the bounds close, γ, more than 0
 */
public record AuthorsAdaBound(Schedule eta, double beta1, double beta2, double epsilon, double f, double gamma)
        implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public AuthorsAdaBound {
        Domain.of(name()).positive("eta", eta.at(0)).decay("beta1", beta1).decay("beta2", beta2);
        Domain.of(name()).nonNegative("epsilon", epsilon).positive("f", f).positive("gamma", gamma);
    }

    /**
     * The defaults of the authors' code.
     *
     * @param eta the learning rate η
     */
    public AuthorsAdaBound(Schedule eta) {
        this(eta, 0.9, 0.999, 1e-8, 0.1, 1e-3);
    }

    /**
     * The defaults of the authors' code with a constant learning rate.
     *
     * @param eta the learning rate η, a positive number
     */
    public AuthorsAdaBound(double eta) {
        this(new Constant(eta));
    }

    @Override
    public Origin origin() {
        return new Origin(
                "authors-adabound",
                "adabound",
                "The authors' code has 1/(1 − β1^t) inside the clip, where the lecture has it outside, in m̂; "
                        + "it also adds ε to √v, and a schedule scales its bounds.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "l_t = f η / η_0 (1 − 1 / (γ t + 1))",
                        "u_t = f η / η_0 (1 + 1 / (γ t))",
                        "η̂_t = Clip(η √(1 − β2^t) / (1 − β1^t) / (√v_t + ε), l_t, u_t)",
                        "θ_t = θ_{t−1} − η̂_t m_t")
                .with("η_0", eta.at(0))
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("f", f)
                .with("γ", gamma);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double t = step.t();
        double epsilon = Math.max(this.epsilon, 1e-150); // where ε is 0, 0 / 0 is to be 0
        double rate = step.eta() * Math.sqrt(1 - FastMath.pow(beta2, t)) / (1 - FastMath.pow(beta1, t));
        double low = f * step.eta() / eta.at(0) * (1 - 1 / (gamma * t + 1));
        double high = f * step.eta() / eta.at(0) * (1 + 1 / (gamma * t));
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double etaHat = Math.min(Math.max(rate / (Math.sqrt(v[i]) + epsilon), low), high);
            theta[i] = theta[i] - etaHat * m[i];
        }
    }
}
