package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * SGDM as the lecture's slide of Adam has it: m is a moving average of the gradients, and η stands outside.
 *
 * <pre>
 * m_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * θ_t = θ_{t−1} − η m_t
 * </pre>
 *
 * <p>With a constant rate it is {@link Sgdm} with λ = β1 and a rate of (1 − β1) η.
 *
 * <p><b>State:</b> m, one number per parameter. <b>Defaults:</b> β1 = 0.9, as in Adam; the right η depends on the loss, and is 10 times
 * that of SGDM.
 *
 * <p><b>Example:</b> {@code new Optimizer(new SgdmEma(), 1.0, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, <a href="https://arxiv.org/abs/1412.6980">arXiv
 * 1412.6980</a>, whose m it is. <b>Differs from the paper in</b> all but m. <b>Differs from PyTorch in</b> the first step: {@code SGD(lr,
 * momentum=β1, dampening=β1)} starts with m_1 = g_0, undamped.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 */
public record SgdmEma(double beta1) implements UpdateRule {
    /**
     * Checks the hyper-parameter.
     *
     * @throws IllegalArgumentException if β1 lies outside its domain
     */
    public SgdmEma {
        Domain.of("sgdm-ema").decay("beta1", beta1);
    }

    /** Adam's β1. */
    public SgdmEma() {
        this(0.9);
    }

    @Override
    public String name() {
        return "sgdm-ema";
    }

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}", "θ_t = θ_{t−1} − η m_t")
                .with("β1", beta1);
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
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            next[i] = theta[i] - eta * m[i];
        }
    }
}
