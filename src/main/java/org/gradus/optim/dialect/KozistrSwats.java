package org.gradus.optim.dialect;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.rule.Swats;

/**
 * SWATS as kozistr's library computes it: the switch comes when λ̂ is positive and, in relation to γ, near enough to it.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * u_0 = 0
 * λ_0 = 0
 * Λ_0 = 0
 * τ_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}, if τ_{t−1} = 0
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}², if τ_{t−1} = 0
 * p_t = −η √(1 − β2^t) / (1 − β1^t) m_t / (√v_t + ε), if τ_{t−1} = 0
 * γ_t = p_tᵀp_t / (−p_tᵀg_{t−1}), if τ_{t−1} = 0
 * λ_t = β2 λ_{t−1} + (1 − β2) γ_t, if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0
 * λ̂_t = λ_t / (1 − β2^t), if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0
 * τ_t = t, if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0 and t &gt; 1 and λ̂_t &gt; 0 and |λ̂_t − γ_t| ≤ δ + |γ_t| ε
 * τ_t = τ_{t−1}
 * Λ_t = λ̂_t, if τ_t = t
 * u_t = β1 u_{t−1} + g_{t−1}, if τ_{t−1} ≠ 0
 * θ_t = θ_{t−1} + p_t, if τ_{t−1} = 0
 * θ_t = θ_{t−1} − (1 − β1) Λ_{t−1} u_t
 * </pre>
 *
 * <p><b>State:</b> m, v, u, λ, Λ and τ, as in {@link Swats}. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁶, the library's; its η is 0.001,
 * and its δ is always 10⁻⁸.
 *
 * <p><b>Example:</b> {@code new Optimizer(new KozistrSwats(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/kozistr/pytorch_optimizer">github.com/kozistr/pytorch_optimizer</a>, class {@code SWATS}.
 * <b>Differs from the paper in</b> the test: Keskar and Socher 2017 ask for |λ̂ − γ| &lt; ε alone. <b>Differs from the library in</b> that one
 * test is made for all parameters, as in the paper; the library makes one per tensor, and the first to pass switches all. It also adds 10⁻¹⁵
 * under the root, which is left out. PyTorch has no SWATS.
 *
 * @param beta1 the decay β1 of m and u, at least 0 and less than 1
 * @param beta2 the decay β2 of v and λ, at least 0 and less than 1
 * @param epsilon ε, added to √v and also the relative tolerance of the switch, a positive number
 */
public record KozistrSwats(double beta1, double beta2, double epsilon) implements Dialect {
    private static final double DELTA = 1e-8; // the absolute tolerance of torch.allclose

    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public KozistrSwats {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** The library's β1, β2 and ε. */
    public KozistrSwats() {
        this(0.9, 0.999, 1e-6);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "kozistr-swats",
                "swats",
                "kozistr's library compares |λ̂ − γ| with ε|γ| + 10⁻⁸ and wants λ̂ > 0, where the paper compares "
                        + "with a fixed number: it switches as readily at a small learning rate as at a large one.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "u_0 = 0",
                        "λ_0 = 0",
                        "Λ_0 = 0",
                        "τ_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}, if τ_{t−1} = 0",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}², if τ_{t−1} = 0",
                        "p_t = −η √(1 − β2^t) / (1 − β1^t) m_t / (√v_t + ε), if τ_{t−1} = 0",
                        "γ_t = p_tᵀp_t / (−p_tᵀg_{t−1}), if τ_{t−1} = 0",
                        "λ_t = β2 λ_{t−1} + (1 − β2) γ_t, if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0",
                        "λ̂_t = λ_t / (1 − β2^t), if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0",
                        "τ_t = t, if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0 and t > 1 and λ̂_t > 0 and |λ̂_t − γ_t| ≤ δ + |γ_t| ε",
                        "τ_t = τ_{t−1}",
                        "Λ_t = λ̂_t, if τ_t = t",
                        "u_t = β1 u_{t−1} + g_{t−1}, if τ_{t−1} ≠ 0",
                        "θ_t = θ_{t−1} + p_t, if τ_{t−1} = 0",
                        "θ_t = θ_{t−1} − (1 − β1) Λ_{t−1} u_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("δ", DELTA);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v", "u")
                .withScalar("λ", 0)
                .withScalar("Λ", 0)
                .withScalar("τ", 0);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        if (state.scalar("τ") == 0) {
            adam(theta, next, g, state, step);
        } else {
            sgdm(theta, next, g, state);
        }
    }

    private void adam(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double beta2T = FastMath.pow(beta2, (double) step.t());
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double eta = step.eta();
        double pp = 0;
        double pg = 0;
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double p = -(eta * Math.sqrt(1 - beta2T) / (1 - beta1T) * m[i] / (Math.sqrt(v[i]) + epsilon));
            pp += p * p;
            pg += p * g[i];
            next[i] = theta[i] + p;
        }
        if (pg != 0) {
            double gamma = pp / -pg;
            double lambda = beta2 * state.scalar("λ") + (1 - beta2) * gamma;
            double lambdaHat = lambda / (1 - beta2T);
            state.set("λ", lambda);
            boolean near = Math.abs(lambdaHat - gamma) <= DELTA + Math.abs(gamma) * epsilon;
            if (step.t() > 1 && lambdaHat > 0 && near) {
                state.set("τ", step.t());
                state.set("Λ", lambdaHat);
            }
        }
    }

    private void sgdm(double[] theta, double[] next, double[] g, State state) {
        double[] u = state.vector("u");
        double bigLambda = state.scalar("Λ");
        for (int i = 0; i < theta.length; i++) {
            u[i] = beta1 * u[i] + g[i];
            next[i] = theta[i] - (1 - beta1) * bigLambda * u[i];
        }
    }

    /**
     * {@return the switch to SGDM, or nothing before it}
     *
     * @param state a state of this rule
     */
    public Optional<Swats.Switch> switched(State state) {
        long step = (long) state.scalar("τ");
        return step == 0 ? Optional.empty() : Optional.of(new Swats.Switch(step, state.scalar("Λ")));
    }
}
