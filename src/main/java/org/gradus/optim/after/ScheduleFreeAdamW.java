package org.gradus.optim.after;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Schedule-Free AdamW: {@link ScheduleFreeSgd} whose z divides each gradient by its usual size, as Adam does; in the place of m stands y.
 *
 * <pre>
 * x_0 = y_0
 * z_0 = y_0
 * v_0 = 0
 * Γ_0 = 0
 * W_0 = 0
 * γ_t = η min(1, t / τ)
 * Γ_t = max(Γ_{t−1}, γ_t)
 * w_t = t^r Γ_t^p
 * W_t = W_{t−1} + w_t
 * c_t = 0, if W_t = 0
 * c_t = w_t / W_t
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * v̂_t = v_t / (1 − β2^t)
 * z_t = z_{t−1} − γ_t (g_{t−1} / (√v̂_t + ε) + λ y_{t−1})
 * x_t = (1 − c_t) x_{t−1} + c_t z_t
 * y_t = β1 x_t + (1 − β1) z_t
 * </pre>
 *
 * <p>The model stands at y while it learns; x is the point to judge and use it at ({@link #judged}). The decay is decoupled, but at y.
 *
 * <p><b>State:</b> x, z and v, three numbers per parameter, Γ and W. <b>Defaults:</b> β1 = 0.9, β2 = 0.999, ε = 10⁻⁸, λ = 0, no warm-up, r = 0
 * and p = 2, from the authors' code, whose η is 0.0025.
 *
 * <p><b>Example:</b> {@code new Optimizer(new ScheduleFreeAdamW(), 0.0025, model.trainable()).step(loss.backward())}, in the end {@code settle()}
 *
 * <p><b>Reference:</b> Defazio et al. 2024, The Road Less Scheduled, <a href="https://arxiv.org/abs/2405.15682">arXiv 2405.15682</a>;
 * adamw_schedulefree_reference.py. <b>Differs from the paper's code in</b> the root √(1 − β2^t), which adamw_schedulefree_paper.py has within
 * γ_t, and so within c_t. <b>Differs from PyTorch in</b> everything: PyTorch has none; Keras takes c_t = 1/t also in a warm-up.
 *
 * @param beta1 the share β1 of x in y, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param lambda the weight λ of decay at y, at least 0
 * @param tau how many updates τ the rate rises, at least 0
 * @param r the power r of t in the weights, at least 0
 * @param p the power p of the rate in the weights, at least 0
 */
public record ScheduleFreeAdamW(double beta1, double beta2, double epsilon, double lambda, int tau, double r, double p)
        implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public ScheduleFreeAdamW {
        Domain domain = Domain.of("schedule-free-adamw").decay("beta1, beta2", beta1, beta2);
        domain.positive("epsilon", epsilon).nonNegative("lambda, tau, r, p", lambda, tau, r, p);
    }

    /** The authors' values without decay and warm-up. */
    public ScheduleFreeAdamW() {
        this(0.9, 0.999, 1e-8, 0, 0, 0, 2);
    }

    @Override
    public String name() {
        return "schedule-free-adamw";
    }

    @Override
    public String judged() {
        return "x";
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "x_0 = y_0",
                        "z_0 = y_0",
                        "v_0 = 0",
                        "Γ_0 = 0",
                        "W_0 = 0",
                        "γ_t = η min(1, t / τ)",
                        "Γ_t = max(Γ_{t−1}, γ_t)",
                        "w_t = t^r Γ_t^p",
                        "W_t = W_{t−1} + w_t",
                        "c_t = 0, if W_t = 0",
                        "c_t = w_t / W_t",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "v̂_t = v_t / (1 − β2^t)",
                        "z_t = z_{t−1} − γ_t (g_{t−1} / (√v̂_t + ε) + λ y_{t−1})",
                        "x_t = (1 − c_t) x_{t−1} + c_t z_t",
                        "y_t = β1 x_t + (1 − β1) z_t")
                .with("β1, β2, ε", beta1, beta2, epsilon)
                .with("λ, τ, r, p", lambda, tau, r, p);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "x", "z", "v").withScalar("Γ", 0).withScalar("W", 0);
    }

    @Override
    public void update(double[] y, double[] next, double[] g, State state, Step step) {
        double[] x = state.vector("x");
        double[] z = state.vector("z");
        double[] v = state.vector("v");
        if (step.t() == 1) {
            System.arraycopy(y, 0, x, 0, y.length);
            System.arraycopy(y, 0, z, 0, y.length);
        }
        double gamma = step.eta() * Math.min(1, (double) step.t() / tau);
        state.set("Γ", Math.max(state.scalar("Γ"), gamma));
        double w = FastMath.pow((double) step.t(), r) * FastMath.pow(state.scalar("Γ"), p);
        state.set("W", state.scalar("W") + w);
        double c = state.scalar("W") == 0 ? 0 : w / state.scalar("W");
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < y.length; i++) {
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double vHat = v[i] / (1 - beta2T);
            z[i] = z[i] - gamma * (g[i] / (Math.sqrt(vHat) + epsilon) + lambda * y[i]);
            x[i] = (1 - c) * x[i] + c * z[i];
            next[i] = beta1 * x[i] + (1 - beta1) * z[i];
        }
    }
}
