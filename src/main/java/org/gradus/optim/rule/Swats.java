package org.gradus.optim.rule;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * SWATS: begins as Adam and ends as SGDM; the switch comes when Λ, the learning rate with which SGD would go as far as Adam, has settled.
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
 * τ_t = t, if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0 and t &gt; 1 and |λ̂_t − γ_t| &lt; δ
 * τ_t = τ_{t−1}
 * Λ_t = λ̂_t, if τ_t = t
 * u_t = β1 u_{t−1} + g_{t−1}, if τ_{t−1} ≠ 0
 * θ_t = θ_{t−1} + p_t, if τ_{t−1} = 0
 * θ_t = θ_{t−1} − (1 − β1) Λ_{t−1} u_t
 * </pre>
 *
 * <p>p and g are the vectors of all parameters: they switch together. After the switch η no longer matters, nor does its schedule.
 *
 * <p><b>State:</b> m, v and SGDM's momentum u, three numbers per parameter; the mean λ of the estimates γ, the learning rate Λ and the step τ
 * of the switch, 0 before it. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = δ = 10⁻⁹, from the paper. With so small a δ a smooth
 * problem may never switch; with 0.001 it may at step 2.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Swats(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Keskar and Socher 2017, Improving Generalization Performance by Switching from Adam to SGD,
 * <a href="https://arxiv.org/abs/1712.07628">arXiv 1712.07628</a>, Algorithm 1; the lecture only names it. <b>Differs from the paper in</b>
 * names: ε is there both Adam's and δ. As in the paper ε stands beside √v_t, not √v̂_t, and Λ may be negative. <b>Differs from PyTorch in</b>
 * everything: PyTorch has no SWATS, and public implementations decide for each tensor, ask for λ̂ &gt; 0 or shrink u at every step.
 *
 * @param beta1 the decay β1 of m and u, at least 0 and less than 1
 * @param beta2 the decay β2 of v and λ, at least 0 and less than 1
 * @param epsilon ε, added to √v, a positive number
 * @param delta the tolerance δ of the switch, at least 0
 */
public record Swats(double beta1, double beta2, double epsilon, double delta) implements UpdateRule {
    /**
     * The change from Adam to SGDM.
     *
     * @param step the last step of Adam
     * @param rate the learning rate Λ of SGDM; a step of it is (1 − β1) Λ u
     */
    public record Switch(long step, double rate) {}

    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Swats {
        Domain domain = Domain.of("swats").decay("beta1", beta1).decay("beta2", beta2);
        domain.positive("epsilon", epsilon).nonNegative("delta", delta);
    }

    /** The paper's β1, β2, ε and δ. */
    public Swats() {
        this(0.9, 0.999, 1e-9, 1e-9);
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
                        "τ_t = t, if τ_{t−1} = 0 and p_tᵀg_{t−1} ≠ 0 and t > 1 and |λ̂_t − γ_t| < δ",
                        "τ_t = τ_{t−1}",
                        "Λ_t = λ̂_t, if τ_t = t",
                        "u_t = β1 u_{t−1} + g_{t−1}, if τ_{t−1} ≠ 0",
                        "θ_t = θ_{t−1} + p_t, if τ_{t−1} = 0",
                        "θ_t = θ_{t−1} − (1 − β1) Λ_{t−1} u_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("δ", delta);
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
            if (step.t() > 1 && Math.abs(lambdaHat - gamma) < delta) {
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
    public Optional<Switch> switched(State state) {
        long step = (long) state.scalar("τ");
        return step == 0 ? Optional.empty() : Optional.of(new Switch(step, state.scalar("Λ")));
    }
}
