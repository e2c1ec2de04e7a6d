package org.gradus.optim.dialect;

import java.util.Arrays;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Adagrad as PyTorch computes it: ε beside the root, a sum of squares s that may start above 0, and a rate that may decay by itself.
 *
 * <pre>
 * s_0 = τ
 * η_t = η / (1 + (t − 1) κ)
 * s_t = s_{t−1} + g_{t−1}²
 * θ_t = θ_{t−1} − η_t g_{t−1} / (√s_t + ε)
 * </pre>
 *
 * <p><b>State:</b> s, one number per parameter. <b>Defaults:</b> κ = 0, τ = 0 and ε = 10⁻¹⁰, all PyTorch's; its η is 0.01.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchAdagrad(), 0.01, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html">torch.optim.Adagrad</a>, read in
 * versions 1.13 and 2.13: lr_decay is our κ, initial_accumulator_value our τ. <b>Differs from the paper in</b> nothing of weight: Duchi, Hazan
 * and Singer 2011 add their δ beside the root as well. <b>Differs from PyTorch in</b> rounding only.
 *
 * @param kappa how fast the rate decays, κ, at least 0
 * @param tau where the sum of squares starts, τ, at least 0
 * @param epsilon ε, added to √s, a positive number
 */
public record PyTorchAdagrad(double kappa, double tau, double epsilon) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchAdagrad {
        Domain.of(name()).nonNegative("kappa", kappa).nonNegative("tau", tau).positive("epsilon", epsilon);
    }

    /** PyTorch's κ, τ and ε. */
    public PyTorchAdagrad() {
        this(0, 0, 1e-10);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "pytorch-adagrad",
                "adagrad",
                "PyTorch adds ε to the root, so that a gradient of 0 at the start needs no exception, and can start "
                        + "its sum above 0 and let the rate decay; with ε, τ and κ all 0 the steps are the lecture's.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "s_0 = τ",
                        "η_t = η / (1 + (t − 1) κ)",
                        "s_t = s_{t−1} + g_{t−1}²",
                        "θ_t = θ_{t−1} − η_t g_{t−1} / (√s_t + ε)")
                .with("κ", kappa)
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
        double etaT = step.eta() / (1 + (step.t() - 1) * kappa);
        for (int i = 0; i < theta.length; i++) {
            s[i] = s[i] + g[i] * g[i];
            next[i] = theta[i] - etaT * g[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }
}
