package org.gradus.optim.rule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * RMSProp: as Adagrad, but with a moving average v of the squared gradients, which forgets.
 *
 * <pre>
 * v_1 = g_0²
 * v_t = α v_{t−1} + (1 − α) g_{t−1}²
 * θ_t = θ_{t−1}, where v_t = 0
 * θ_t = θ_{t−1} − η / √v_t g_{t−1}
 * </pre>
 *
 * <p>The first step is η long in every parameter, whatever its gradient. A parameter whose gradients have all been 0 does not move: 0 / 0
 * is 0.
 *
 * <p><b>State:</b> v, one number per parameter. <b>Defaults:</b> α = 0.9, Hinton's, whose η is 0.001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new RmsProp(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Tieleman and Hinton 2012, <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Neural
 * Networks for Machine Learning, lecture 6e</a>. <b>Differs from the paper in</b> v_1, which the slides leave open. <b>Differs from PyTorch
 * in</b> α, there 0.99, in ε = 10⁻⁸, added there to √v, and in the start: there v_0 = 0, so that the first step is η / √(1 − α).
 *
 * @param alpha the decay α of v, at least 0 and less than 1
 */
public record RmsProp(double alpha) implements UpdateRule {
    /**
     * Checks the hyper-parameter.
     *
     * @throws IllegalArgumentException if α lies outside its domain
     */
    public RmsProp {
        Domain.of("rmsprop").decay("alpha", alpha);
    }

    /** Hinton's α. */
    public RmsProp() {
        this(0.9);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "v_1 = g_0²",
                        "v_t = α v_{t−1} + (1 − α) g_{t−1}²",
                        "θ_t = θ_{t−1}, where v_t = 0",
                        "θ_t = θ_{t−1} − η / √v_t g_{t−1}")
                .with("α", alpha);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "v");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] v = state.vector("v");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            v[i] = step.t() == 1 ? g[i] * g[i] : alpha * v[i] + (1 - alpha) * (g[i] * g[i]);
            next[i] = theta[i] - eta / Math.sqrt(v[i]) * g[i];
        }
        for (int i = 0;
                i < theta.length;
                i++) { // a loop of its own: with a condition in it the one above is not vectorized
            next[i] = v[i] == 0 ? theta[i] : next[i];
        }
    }
}
