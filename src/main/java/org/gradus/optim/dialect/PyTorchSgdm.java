package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * SGDM as PyTorch's {@code SGD(lr, momentum, dampening)} computes it: the learning rate outside the buffer b.
 *
 * <pre>
 * b_1 = g_0
 * b_t = λ b_{t−1} + (1 − τ) g_{t−1}
 * θ_t = θ_{t−1} − η b_t
 * </pre>
 *
 * <p><b>State:</b> b, one number per parameter. <b>Defaults:</b> λ = 0.9, the lecture's (PyTorch's own is 0, plain SGD), and τ = 0, PyTorch's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchSgdm(), 0.05, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html">torch.optim.SGD</a>, read in versions
 * 1.13 and 2.13; momentum itself is from Polyak 1964. <b>Differs from the lecture in</b> where η stands. The lecture's m is η b as long as η is
 * constant; under a schedule the lecture's m remembers the old rates, while here the present rate scales the whole buffer. <b>Differs from
 * PyTorch in</b> nothing: the first gradient is not dampened there either.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 * @param tau the dampening τ of all gradients but the first, at least 0 and less than 1
 */
public record PyTorchSgdm(double lambda, double tau) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchSgdm {
        Domain.of(name()).decay("lambda", lambda).decay("tau", tau);
    }

    /** The lecture's λ = 0.9, without dampening. */
    public PyTorchSgdm() {
        this(0.9, 0);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "pytorch-sgdm",
                "sgdm",
                "PyTorch multiplies its whole buffer by the present η, while the lecture's m keeps the η of each past "
                        + "step; as long as η is constant and nothing is dampened, the steps are the same.");
    }

    @Override
    public Equations equations() {
        return Equations.of("b_1 = g_0", "b_t = λ b_{t−1} + (1 − τ) g_{t−1}", "θ_t = θ_{t−1} − η b_t")
                .with("λ", lambda)
                .with("τ", tau);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "b");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] b = state.vector("b");
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            b[i] = step.t() == 1 ? g[i] : lambda * b[i] + (1 - tau) * g[i];
            next[i] = theta[i] - eta * b[i];
        }
    }
}
