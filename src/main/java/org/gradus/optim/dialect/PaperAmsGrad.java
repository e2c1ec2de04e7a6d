package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * AMSGrad as its paper's Algorithm 2 has it: a rate that falls as 1/√t, which the proof of convergence needs, and no ε.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * v̂_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * v̂_t = max(v̂_{t−1}, v_t)
 * η_t = η / √t
 * θ_t = θ_{t−1}, where v̂_t = 0
 * θ_t = θ_{t−1} − η_t m_t / √v̂_t
 * </pre>
 *
 * <p><b>State:</b> m, v and v̂, three numbers per parameter. <b>Defaults:</b> β1 = 0.9 and β2 = 0.999, of the paper's experiments. A parameter
 * whose gradients have all been 0 does not move.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PaperAmsGrad(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Reddi, Kale and Kumar 2018, On the Convergence of Adam and Beyond, <a href="https://arxiv.org/abs/1904.09237">arXiv
 * 1904.09237</a>, Algorithm 2 with α_t = η/√t, as in its theory. <b>Differs from the paper in</b> the projection onto the feasible set, which
 * is left to the problem (a bounded one clips θ after the step), and in a constant β1, where its theory lets β1 fall. <b>Differs from PyTorch
 * in</b> everything PyTorch adds: see {@link PyTorchAmsGrad}.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 */
public record PaperAmsGrad(double beta1, double beta2) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PaperAmsGrad {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2);
    }

    /** The paper's β1 and β2. */
    public PaperAmsGrad() {
        this(0.9, 0.999);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "paper-amsgrad",
                "amsgrad",
                "The paper lets the rate fall as η/√t, which its proof of convergence needs, and has no ε; "
                        + "the lecture has an ε and leaves the rate to the schedule.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "v̂_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "v̂_t = max(v̂_{t−1}, v_t)",
                        "η_t = η / √t",
                        "θ_t = θ_{t−1}, where v̂_t = 0",
                        "θ_t = θ_{t−1} − η_t m_t / √v̂_t")
                .with("β1", beta1)
                .with("β2", beta2);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v", "v̂");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double[] vHat = state.vector("v̂");
        double etaT = step.eta() / Math.sqrt(step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            vHat[i] = Math.max(vHat[i], v[i]);
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            next[i] = theta[i] - etaT * m[i] / Math.sqrt(vHat[i]);
        }
        for (int i = 0;
                i < theta.length;
                i++) { // a loop of its own: with a condition in it the one above is not vectorized
            next[i] = vHat[i] == 0 ? theta[i] : next[i];
        }
    }
}
