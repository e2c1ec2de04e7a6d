package org.gradus.optim.rule;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Adagrad: each parameter has its own learning rate, which falls with the sum s of its squared gradients.
 *
 * <pre>
 * s_t = Σ_{i=0}^{t − 1} g_i²
 * θ_t = θ_{t−1}, where s_t = 0
 * θ_t = θ_{t−1} − η / √s_t g_{t−1}
 * </pre>
 *
 * <p>The first step is η long in every parameter, whatever its gradient. A parameter whose gradients have all been 0 does not move: 0 / 0
 * is 0.
 *
 * <p><b>State:</b> s, one number per parameter. <b>Defaults:</b> none; η is 0.01 in PyTorch.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Adagrad(), 0.01, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Duchi, Hazan and Singer 2011, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, <a
 * href="https://jmlr.org/papers/v12/duchi11a.html">JMLR 12</a>, Figure 1 with diagonal matrices. <b>Differs from the paper in</b> its δ,
 * added there to √s. <b>Differs from PyTorch in</b> its ε = 10⁻¹⁰, added there to √s.
 *
 */
public record Adagrad() implements UpdateRule {

    @Override
    public Equations equations() {
        return Equations.of(
                "s_t = Σ_{i=0}^{t − 1} g_i²", "θ_t = θ_{t−1}, where s_t = 0", "θ_t = θ_{t−1} − η / √s_t g_{t−1}");
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "s");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] s = state.vector("s");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            s[i] = s[i] + g[i] * g[i];
            next[i] = theta[i] - eta / Math.sqrt(s[i]) * g[i];
        }
        for (int i = 0;
                i < theta.length;
                i++) { // a loop of its own: with a condition in it the one above is not vectorized
            next[i] = s[i] == 0 ? theta[i] : next[i];
        }
    }
}
