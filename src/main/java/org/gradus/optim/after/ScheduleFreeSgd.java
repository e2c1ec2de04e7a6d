package org.gradus.optim.after;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Schedule-Free SGD: z takes plain steps, x is the average of all z so far, and gradients are taken at y between the two.
 *
 * <pre>
 * x_0 = y_0
 * z_0 = y_0
 * Γ_0 = 0
 * W_0 = 0
 * γ_t = η min(1, t / τ)
 * Γ_t = max(Γ_{t−1}, γ_t)
 * w_t = t^r Γ_t^p
 * W_t = W_{t−1} + w_t
 * c_t = 0, if W_t = 0
 * c_t = w_t / W_t
 * z_t = z_{t−1} − γ_t (g_{t−1} + λ y_{t−1})
 * x_t = (1 − c_t) x_{t−1} + c_t z_t
 * y_t = β x_t + (1 − β) z_t
 * </pre>
 *
 * <p>The model stands at y while it learns; x is the point to judge and use it at ({@link #judged}), which needs no falling learning rate to
 * come to rest. Running statistics of normalizations belong to y and have to be gathered anew at x. Γ is the largest rate so far and W the sum
 * of the weights w, all alike after the warm-up with r = 0: then c_t is 1/t.
 *
 * <p><b>State:</b> x and z, two numbers per parameter, Γ and W. <b>Defaults:</b> β = 0.9, λ = 0, no warm-up, r = 0, p = 2, from the authors'
 * code; the right η depends on the loss and is larger than SGD's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new ScheduleFreeSgd(), 1, model.trainable()).step(loss.backward())}, and in the end {@code settle()}
 *
 * <p><b>Reference:</b> Defazio et al. 2024, The Road Less Scheduled, <a href="https://arxiv.org/abs/2405.15682">arXiv 2405.15682</a>, Algorithm
 * 1; sgd_schedulefree_reference.py. <b>Differs from the paper in</b> r and p, which the authors' code has. <b>Differs from PyTorch in</b>
 * everything: PyTorch has none; the authors' usual class stores y and z only and finds x from them.
 *
 * @param beta the share β of x in y, at least 0 and less than 1
 * @param lambda the weight λ of decay at y, at least 0
 * @param tau how many updates τ the rate rises, at least 0
 * @param r the power r of t in the weights, at least 0
 * @param p the power p of the rate in the weights, at least 0
 */
public record ScheduleFreeSgd(double beta, double lambda, int tau, double r, double p) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public ScheduleFreeSgd {
        Domain domain = Domain.of("schedule-free-sgd").decay("beta", beta).nonNegative("lambda", lambda);
        domain.nonNegative("tau, r, p", tau, r, p);
    }

    /** The β, r and p of the authors' code, without decay and warm-up. */
    public ScheduleFreeSgd() {
        this(0.9, 0, 0, 0, 2);
    }

    @Override
    public String name() {
        return "schedule-free-sgd";
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
                        "Γ_0 = 0",
                        "W_0 = 0",
                        "γ_t = η min(1, t / τ)",
                        "Γ_t = max(Γ_{t−1}, γ_t)",
                        "w_t = t^r Γ_t^p",
                        "W_t = W_{t−1} + w_t",
                        "c_t = 0, if W_t = 0",
                        "c_t = w_t / W_t",
                        "z_t = z_{t−1} − γ_t (g_{t−1} + λ y_{t−1})",
                        "x_t = (1 − c_t) x_{t−1} + c_t z_t",
                        "y_t = β x_t + (1 − β) z_t")
                .with("β", beta)
                .with("λ", lambda)
                .with("τ, r, p", tau, r, p);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "x", "z").withScalar("Γ", 0).withScalar("W", 0);
    }

    @Override
    public void update(double[] y, double[] next, double[] g, State state, Step step) {
        double[] x = state.vector("x");
        double[] z = state.vector("z");
        if (step.t() == 1) {
            System.arraycopy(y, 0, x, 0, y.length);
            System.arraycopy(y, 0, z, 0, y.length);
        }
        double gamma = step.eta() * Math.min(1, (double) step.t() / tau);
        state.set("Γ", Math.max(state.scalar("Γ"), gamma));
        double w = FastMath.pow((double) step.t(), r) * FastMath.pow(state.scalar("Γ"), p);
        state.set("W", state.scalar("W") + w);
        double c = state.scalar("W") == 0 ? 0 : w / state.scalar("W");
        for (int i = 0; i < y.length; i++) {
            z[i] = z[i] - gamma * (g[i] + lambda * y[i]);
            x[i] = (1 - c) * x[i] + c * z[i];
            next[i] = beta * x[i] + (1 - beta) * z[i];
        }
    }
}
