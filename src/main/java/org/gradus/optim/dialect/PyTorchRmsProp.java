package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * RMSProp as PyTorch computes it: the mean square v starts at 0, and ε stands beside the root.
 *
 * <pre>
 * v_0 = 0
 * v_t = α v_{t−1} + (1 − α) g_{t−1}²
 * θ_t = θ_{t−1} − η g_{t−1} / (√v_t + ε)
 * </pre>
 *
 * <p><b>State:</b> v, one number per parameter. <b>Defaults:</b> α = 0.99 and ε = 10⁻⁸, both PyTorch's; its η is 0.01.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchRmsProp(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html">torch.optim.RMSprop</a>, read in
 * versions 1.13 and 2.13. <b>Differs from the lecture in</b> the start: from v_0 = 0 the first v_1 is (1 − α) g_0², too small by 1 − α, and the
 * first step is η / √(1 − α): 10 η for α = 0.99, where the lecture's is η. Adam's division by 1 − β2^t is the other cure for the same.
 * <b>Differs from PyTorch in</b> rounding only; with {@code centered} or {@code momentum} it is {@link PyTorchCenteredRmsProp}.
 *
 * @param alpha the decay α of v, at least 0 and less than 1
 * @param epsilon ε, added to √v, a positive number
 */
public record PyTorchRmsProp(double alpha, double epsilon) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchRmsProp {
        Domain.of(name()).decay("alpha", alpha).positive("epsilon", epsilon);
    }

    /** PyTorch's α and ε. */
    public PyTorchRmsProp() {
        this(0.99, 1e-8);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "pytorch-rmsprop",
                "rmsprop",
                "PyTorch starts from v_0 = 0, where the lecture has v_1 = g_0²: its first step is η/√(1 − α), "
                        + "ten times η for α = 0.99, and ε is added to the root.");
    }

    @Override
    public Equations equations() {
        return Equations.of("v_0 = 0", "v_t = α v_{t−1} + (1 − α) g_{t−1}²", "θ_t = θ_{t−1} − η g_{t−1} / (√v_t + ε)")
                .with("α", alpha)
                .with("ε", epsilon);
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
            v[i] = alpha * v[i] + (1 - alpha) * (g[i] * g[i]);
            next[i] = theta[i] - eta * g[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }
}
