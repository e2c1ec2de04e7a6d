package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Signum as plainLM computes it: a heavy ball that begins with the first gradient and then takes it once more, and a decay of θ itself.
 *
 * <pre>
 * m_1 = β g_0 + (1 − τ) g_0
 * m_t = β m_{t−1} + (1 − τ) g_{t−1}
 * θ_t = (1 − η γ) θ_{t−1} − η sign(m_t)
 * </pre>
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> β = 0.9, Signum's, τ = 0, a heavy ball, and γ = 0.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PlainLmSignum(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/Niccolo-Ajroldi/plainLM">github.com/Niccolo-Ajroldi/plainLM</a>, {@code
 * optim/signSGD.py}: momentum is our β, dampening our τ. <b>Differs from {@link org.gradus.optim.after.Signum}</b> in the first gradient, which
 * counts 1 + β / (1 − τ) times as much as the second, and in the decay, which there goes through the sign. The factor 1 − τ alone changes
 * nothing, and with m_0 = 0 neither would do more. <b>Differs from PyTorch in</b> everything: PyTorch has no Signum.
 *
 * @param beta the momentum β, at least 0 and less than 1
 * @param tau the dampening τ of the gradients, at least 0 and less than 1; τ = β makes m a moving average
 * @param gamma the decay γ of θ, at least 0
 */
public record PlainLmSignum(double beta, double tau, double gamma) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PlainLmSignum {
        Domain.of(name()).decay("beta, tau", beta, tau).nonNegative("gamma", gamma);
    }

    /** Signum's β, without dampening and decay. */
    public PlainLmSignum() {
        this(0.9, 0, 0);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "plainlm-signum",
                "signum",
                "plainLM starts its m at the first gradient and then adds that gradient again, so that it weighs on the "
                        + "signs for longer, and its decay shrinks θ apart from the signs.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_1 = β g_0 + (1 − τ) g_0",
                        "m_t = β m_{t−1} + (1 − τ) g_{t−1}",
                        "θ_t = (1 − η γ) θ_{t−1} − η sign(m_t)")
                .with("β, τ, γ", beta, tau, gamma);
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
            double before = step.t() == 1 ? g[i] : m[i];
            m[i] = beta * before + (1 - tau) * g[i];
            next[i] = (1 - eta * gamma) * theta[i] - eta * Math.signum(m[i]);
        }
    }
}
