package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Adan with its authors' option {@code no_prox}: the decay shrinks θ before the step, as AdamW's does, and is not implicit.
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
 * θ_t = (1 − η γ) θ_{t−1} − η u_t
 * </pre>
 *
 * <p><b>State:</b> m, d, n and p, four numbers per parameter. <b>Defaults:</b> those of Adan, β1 = 0.98, β2 = 0.92, β3 = 0.99, ε = 10⁻⁸, γ = 0.
 *
 * <p><b>Example:</b> {@code new Optimizer(new NoProxAdan(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/sail-sg/Adan">github.com/sail-sg/Adan</a>, {@code adan.py}. <b>Differs from {@link
 * org.gradus.optim.after.Adan}</b> in the decay alone: 1 − η γ and no decay of the step, where that divides both by 1 + η γ. <b>Differs from
 * PyTorch in</b> everything: PyTorch has no Adan.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of d, at least 0 and less than 1
 * @param beta3 the decay β3 of n, at least 0 and less than 1
 * @param epsilon ε, added to the root, a positive number
 * @param gamma the decay γ of θ, at least 0
 */
public record NoProxAdan(double beta1, double beta2, double beta3, double epsilon, double gamma) implements Dialect {
    /** Checks the hyper-parameters, with an {@link IllegalArgumentException} if one lies outside its domain. */
    public NoProxAdan {
        Domain.of(name()).decay("beta1, beta2, beta3", beta1, beta2, beta3);
        Domain.of(name()).positive("epsilon", epsilon).nonNegative("gamma", gamma);
    }

    /** The authors' β1, β2, β3 and ε without decay. */
    public NoProxAdan() {
        this(0.98, 0.92, 0.99, 1e-8, 0);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "no-prox-adan",
                "adan",
                "It multiplies θ by 1 − ηγ before the step, where Adan divides θ and the step by 1 + ηγ: "
                        + "the same without decay, and nearly so as long as ηγ is small.");
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
                        "θ_t = (1 − η γ) θ_{t−1} − η u_t")
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
            next[i] = (1 - eta * gamma) * theta[i] - eta * u;
        }
    }
}
