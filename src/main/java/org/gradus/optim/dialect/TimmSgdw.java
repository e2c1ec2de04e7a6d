package org.gradus.optim.dialect;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * SGDW as the library timm computes it: weight decay multiplied by the learning rate, as PyTorch's AdamW has it, and SGDM as PyTorch has it.
 *
 * <pre>
 * b_0 = 0
 * b_t = λ b_{t−1} + g_{t−1}
 * θ_t = (1 − η γ) θ_{t−1} − η b_t
 * </pre>
 *
 * <p><b>State:</b> b, one number per parameter. <b>Defaults:</b> λ = 0.9 and γ = 2·10⁻⁵, those of timm's training script.
 *
 * <p><b>Example:</b> {@code new Optimizer(new TimmSgdw(), 0.05, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://github.com/huggingface/pytorch-image-models">github.com/huggingface/pytorch-image-models</a>,
 * {@code timm.optim.SGDW}. <b>Differs from the paper in</b> the decay: Loshchilov and Hutter 2019, Algorithm 1, multiply it by the schedule's
 * multiplier, but not by the first rate. <b>Differs from the lecture in</b> the same, and in where η stands. With a constant η, the lecture's γ
 * is our η γ. <b>Differs from PyTorch in</b> that PyTorch has no SGDW: the {@code weight_decay} of its SGD is L2 regularization.
 *
 * @param lambda the momentum λ, at least 0 and less than 1
 * @param gamma the weight decay γ, at least 0
 */
public record TimmSgdw(double lambda, double gamma) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public TimmSgdw {
        Domain.of(name()).decay("lambda", lambda).nonNegative("gamma", gamma);
    }

    /** The λ and γ of timm's training script. */
    public TimmSgdw() {
        this(0.9, 2e-5);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "timm-sgdw",
                "sgdwm",
                "timm multiplies the decay by the learning rate, ηγθ as in AdamW, where the lecture's SGDWM has a "
                        + "bare γθ: with the same γ it decays 1/η times as slowly, and slower still as the rate falls.");
    }

    @Override
    public Equations equations() {
        return Equations.of("b_0 = 0", "b_t = λ b_{t−1} + g_{t−1}", "θ_t = (1 − η γ) θ_{t−1} − η b_t")
                .with("λ", lambda)
                .with("γ", gamma);
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
            b[i] = lambda * b[i] + g[i];
            next[i] = (1 - eta * gamma) * theta[i] - eta * b[i];
        }
    }
}
