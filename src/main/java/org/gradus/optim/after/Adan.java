package org.gradus.optim.after;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Adan: Adam that looks ahead by an average d of the changes D of the gradient, as NAG does by the gradient at the point it will be at.
 *
 * <pre>
 * m_0 = 0
 * d_0 = 0
 * n_0 = 0
 * D_1 = 0
 * D_t = g_{t−1} − p_{t−1}
 * p_t = g_{t−1}
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * d_t = β2 d_{t−1} + (1 − β2) D_t
 * n_t = β3 n_{t−1} + (1 − β3) (g_{t−1} + β2 D_t)²
 * u_t = (m_t / (1 − β1^t) + β2 d_t / (1 − β2^t)) / (√(n_t / (1 − β3^t)) + ε)
 * θ_t = (θ_{t−1} − η u_t) / (1 + η γ)
 * </pre>
 *
 * <p>p is the gradient before. The decay is implicit: it is by γ θ_t, not by γ θ_{t−1}, so that no η γ overshoots.
 *
 * <p><b>State:</b> m, d, n and p, four numbers per parameter. <b>Defaults:</b> the authors', β1 = 0.98, β2 = 0.92, β3 = 0.99, ε = 10⁻⁸, γ = 0.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Adan(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Xie, Zhou, Li, Lin and Yan 2022, Adan: Adaptive Nesterov Momentum Algorithm, <a
 * href="https://arxiv.org/abs/2208.06677">arXiv 2208.06677</a>. <b>Differs from the paper in</b> β, which weighs the old value: the paper's is
 * 1 − β; optax 0.2.8 has 0.08 where the authors have 0.92. <b>Differs from PyTorch in</b> everything: PyTorch has no Adan.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of d, at least 0 and less than 1
 * @param beta3 the decay β3 of n, at least 0 and less than 1
 * @param epsilon ε, added to the root, a positive number
 * @param gamma the decay γ of θ, at least 0
 */
public record Adan(double beta1, double beta2, double beta3, double epsilon, double gamma) implements UpdateRule {
    /** Checks the hyper-parameters, with an {@link IllegalArgumentException} if one lies outside its domain. */
    public Adan {
        Domain.of("adan").decay("beta1, beta2, beta3", beta1, beta2, beta3);
        Domain.of("adan").positive("epsilon", epsilon).nonNegative("gamma", gamma);
    }

    /** The authors' β1, β2, β3 and ε without decay. */
    public Adan() {
        this(0.98, 0.92, 0.99, 1e-8, 0);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "d_0 = 0",
                        "n_0 = 0",
                        "D_1 = 0",
                        "D_t = g_{t−1} − p_{t−1}",
                        "p_t = g_{t−1}",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "d_t = β2 d_{t−1} + (1 − β2) D_t",
                        "n_t = β3 n_{t−1} + (1 − β3) (g_{t−1} + β2 D_t)²",
                        "u_t = (m_t / (1 − β1^t) + β2 d_t / (1 − β2^t)) / (√(n_t / (1 − β3^t)) + ε)",
                        "θ_t = (θ_{t−1} − η u_t) / (1 + η γ)")
                .with("β1, β2, β3, ε, γ", beta1, beta2, beta3, epsilon, gamma);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "d", "n", "p");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] d = state.vector("d");
        double[] n = state.vector("n");
        double[] p = state.vector("p");
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        double beta3T = FastMath.pow(beta3, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            double change = step.t() == 1 ? 0 : g[i] - p[i];
            p[i] = g[i];
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            d[i] = beta2 * d[i] + (1 - beta2) * change;
            double ahead = g[i] + beta2 * change;
            n[i] = beta3 * n[i] + (1 - beta3) * (ahead * ahead);
            double u = (m[i] / (1 - beta1T) + beta2 * d[i] / (1 - beta2T)) / (Math.sqrt(n[i] / (1 - beta3T)) + epsilon);
            next[i] = (theta[i] - eta * u) / (1 + eta * gamma);
        }
    }
}
