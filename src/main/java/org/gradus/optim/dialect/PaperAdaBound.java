package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * AdaBound as its paper's Algorithm 1 has it: no correction for starting at 0, no ε, and a clipped rate that falls as 1/√t.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * l_t = f − f / ((1 − β2) t + 1)
 * u_t = f + f / ((1 − β2) t)
 * η̂_t = u_t, where v_t = 0
 * η̂_t = Clip(η / √v_t, l_t, u_t)
 * η_t = η̂_t / √t
 * θ_t = θ_{t−1} − η_t m_t
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and f = 0.1, of the paper's experiments.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PaperAdaBound(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Luo, Xiong, Liu and Sun 2019, Adaptive Gradient Methods with Dynamic Bound of Learning Rate,
 * <a href="https://arxiv.org/abs/1902.09843">arXiv 1902.09843</a>, Algorithm 1, with the bounds of its experiments. <b>Differs from the paper
 * in</b> the projection onto the feasible set, which is left to the problem, and in a constant β1. The paper's own experiments leave out the
 * 1/√t. PyTorch has no AdaBound; for the authors' code see {@link AuthorsAdaBound}.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1; the bounds close as fast as 1 − β2
 * @param f the final learning rate f, more than 0
 */
public record PaperAdaBound(double beta1, double beta2, double f) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PaperAdaBound {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2).positive("f", f);
    }

    /** The paper's β1, β2 and f. */
    public PaperAdaBound() {
        this(0.9, 0.999, 0.1);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "paper-adabound",
                "adabound",
                "The paper's algorithm corrects neither m nor v, has no ε, and divides the clipped rate by "
                        + "√t, so that it ends at a rate of 0 where the lecture's ends as SGDM with the rate f.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "l_t = f − f / ((1 − β2) t + 1)",
                        "u_t = f + f / ((1 − β2) t)",
                        "η̂_t = u_t, where v_t = 0",
                        "η̂_t = Clip(η / √v_t, l_t, u_t)",
                        "η_t = η̂_t / √t",
                        "θ_t = θ_{t−1} − η_t m_t")
                .with("β1", beta1)
                .with("β2", beta2)
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
        double l = f - f / ((1 - beta2) * step.t() + 1);
        double u = f + f / ((1 - beta2) * step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double etaHat = v[i] == 0 ? u : Math.min(Math.max(eta / Math.sqrt(v[i]), l), u);
            next[i] = theta[i] - etaHat / Math.sqrt(step.t()) * m[i];
        }
    }
}
