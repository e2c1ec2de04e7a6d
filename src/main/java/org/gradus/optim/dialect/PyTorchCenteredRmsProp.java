package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Centered RMSProp with momentum, as PyTorch computes it: gradients are divided by their standard deviation u, not by their root mean square.
 *
 * <pre>
 * v_0 = 0
 * ḡ_0 = 0
 * b_0 = 0
 * v_t = α v_{t−1} + (1 − α) g_{t−1}²
 * ḡ_t = α ḡ_{t−1} + (1 − α) g_{t−1}
 * u_t = √max(v_t − ḡ_t², 0)
 * b_t = λ b_{t−1} + g_{t−1} / (u_t + ε)
 * θ_t = θ_{t−1} − η b_t
 * </pre>
 *
 * <p><b>State:</b> v, ḡ and b, three numbers per parameter. <b>Defaults:</b> α = 0.99 and ε = 10⁻⁸, PyTorch's, and λ = 0.9, Graves's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchCenteredRmsProp(), 1e-4, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Graves 2013, Generating Sequences With Recurrent Neural Networks, <a href="https://arxiv.org/abs/1308.0850">arXiv
 * 1308.0850</a>, page 23; <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html">torch.optim.RMSprop</a>
 * with {@code centered} and {@code momentum}. <b>Differs from the paper in</b> ε, which Graves adds under the root, and in η, which he has
 * inside b. <b>Differs from PyTorch in</b> the max: where a gradient hardly changes, rounding can make v − ḡ² negative, and PyTorch's root of
 * it is NaN.
 *
 * @param alpha the decay α of v and ḡ, at least 0 and less than 1
 * @param epsilon ε, added to u, more than 0: the deviation of a constant gradient is 0
 * @param lambda the momentum λ, at least 0 and less than 1
 */
public record PyTorchCenteredRmsProp(double alpha, double epsilon, double lambda) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchCenteredRmsProp {
        Domain.of(name()).decay("alpha", alpha).positive("epsilon", epsilon).decay("lambda", lambda);
    }

    /** PyTorch's α and ε, and Graves's λ. */
    public PyTorchCenteredRmsProp() {
        this(0.99, 1e-8, 0.9);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "pytorch-centered-rmsprop",
                "rmsprop",
                "It divides by the standard deviation √(v − ḡ²) instead of the root mean square √v, which "
                        + "makes the steps of a steady gradient large, and gathers the quotients in a momentum.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "v_0 = 0",
                        "ḡ_0 = 0",
                        "b_0 = 0",
                        "v_t = α v_{t−1} + (1 − α) g_{t−1}²",
                        "ḡ_t = α ḡ_{t−1} + (1 − α) g_{t−1}",
                        "u_t = √max(v_t − ḡ_t², 0)",
                        "b_t = λ b_{t−1} + g_{t−1} / (u_t + ε)",
                        "θ_t = θ_{t−1} − η b_t")
                .with("α", alpha)
                .with("ε", epsilon)
                .with("λ", lambda);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "v", "ḡ", "b");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] v = state.vector("v");
        double[] gBar = state.vector("ḡ");
        double[] b = state.vector("b");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            v[i] = alpha * v[i] + (1 - alpha) * (g[i] * g[i]);
            gBar[i] = alpha * gBar[i] + (1 - alpha) * g[i];
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            double u = Math.sqrt(Math.max(v[i] - gBar[i] * gBar[i], 0));
            b[i] = lambda * b[i] + g[i] / (u + epsilon);
            next[i] = theta[i] - eta * b[i];
        }
    }
}
