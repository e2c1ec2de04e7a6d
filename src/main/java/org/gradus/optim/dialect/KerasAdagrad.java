package org.gradus.optim.dialect;

import java.util.Arrays;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Adagrad as Keras computes it: ε inside the root, and a sum of squares s that starts above 0.
 *
 * <pre>
 * s_0 = τ
 * s_t = s_{t−1} + g_{t−1}²
 * θ_t = θ_{t−1} − η g_{t−1} / √(s_t + ε)
 * </pre>
 *
 * <p><b>State:</b> s, one number per parameter. <b>Defaults:</b> τ = 0.1 and ε = 10⁻⁷, both Keras's; its η is 0.001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new KerasAdagrad(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://keras.io/api/optimizers/adagrad/">keras.optimizers.Adagrad</a>, read in the source of Keras 3:
 * initial_accumulator_value is our τ. <b>Differs from the paper in</b> that Duchi, Hazan and Singer 2011 add their δ beside the root and start
 * at 0. <b>Differs from PyTorch in</b> the same: see {@link PyTorchAdagrad}.
 *
 * @param tau where the sum of squares starts, τ, at least 0
 * @param epsilon ε, added to s under the root, a positive number
 */
public record KerasAdagrad(double tau, double epsilon) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public KerasAdagrad {
        Domain.of(name()).nonNegative("tau", tau).positive("epsilon", epsilon);
    }

    /** Keras's τ and ε. */
    public KerasAdagrad() {
        this(0.1, 1e-7);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "keras-adagrad",
                "adagrad",
                "Keras starts its sum of squares at 0.1 and adds ε under the root: small first gradients take "
                        + "small first steps, where the lecture's first step is η whatever the gradient.");
    }

    @Override
    public Equations equations() {
        return Equations.of("s_0 = τ", "s_t = s_{t−1} + g_{t−1}²", "θ_t = θ_{t−1} − η g_{t−1} / √(s_t + ε)")
                .with("τ", tau)
                .with("ε", epsilon);
    }

    @Override
    public State init(int size) {
        State state = State.of(this, size, "s");
        Arrays.fill(state.vector("s"), tau);
        return state;
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] s = state.vector("s");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            s[i] = s[i] + g[i] * g[i];
            next[i] = theta[i] - eta * g[i] / Math.sqrt(s[i] + epsilon);
        }
    }
}
