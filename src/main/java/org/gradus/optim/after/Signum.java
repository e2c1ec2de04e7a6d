package org.gradus.optim.after;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Signum: a step of η along every axis, in the direction of the moving average m of the gradients.
 *
 * <pre>
 * m_0 = 0
 * m_t = β m_{t−1} + (1 − β) (g_{t−1} + λ θ_{t−1})
 * θ_t = θ_{t−1} − η sign(m_t)
 * </pre>
 *
 * <p>sign(0) is 0: a parameter whose gradients have all been 0 does not move. With β = 0 it is SignSGD.
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> β = 0.9 from the paper, λ = 0; the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Signum(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Bernstein, Wang, Azizzadenesheli and Anandkumar 2018, signSGD: Compressed Optimisation for Non-Convex Problems, <a
 * href="https://arxiv.org/abs/1802.04434">arXiv 1802.04434</a>, Algorithm 2. <b>Differs from the paper in</b> λ, which the authors' code adds
 * to the gradient as L2 regularization does. <b>Differs from PyTorch in</b> everything: PyTorch has no Signum. Momentum written as β m + g
 * gives the same steps, since the sign ignores a factor.
 *
 * @param beta the decay β of m, at least 0 and less than 1
 * @param lambda the weight λ of L2 regularization, at least 0
 */
public record Signum(double beta, double lambda) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Signum {
        Domain.of("signum").decay("beta", beta).nonNegative("lambda", lambda);
    }

    /** The paper's β without regularization. */
    public Signum() {
        this(0.9, 0);
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = β m_{t−1} + (1 − β) (g_{t−1} + λ θ_{t−1})", "θ_t = θ_{t−1} − η sign(m_t)")
                .with("β", beta)
                .with("λ", lambda);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta * m[i] + (1 - beta) * (g[i] + lambda * theta[i]);
            next[i] = theta[i] - eta * Math.signum(m[i]);
        }
    }
}
