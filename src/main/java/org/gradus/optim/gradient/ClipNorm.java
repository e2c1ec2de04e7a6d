package org.gradus.optim.gradient;

import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * Clipping by norm: a gradient longer than c is shortened to the length c; its direction stays. Around SGD:
 *
 * <pre>
 * ḡ_{t−1} = min(1, c / ‖g_{t−1}‖) g_{t−1}
 * θ_t = θ_{t−1} − η ḡ_{t−1}
 * </pre>
 *
 * <p>‖g‖ is the length of the gradient with respect to all parameters of the rule together. Where the sum of its squares overflows, at
 * elements beyond 10¹⁵⁴, the length is ∞ and ḡ is 0; where it underflows, with all elements below 10⁻¹⁶², the length is 0 and so is ḡ.
 *
 * <p><b>State:</b> none but the inner rule's. <b>Defaults:</b> none; the right c depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new ClipNorm(new Adam(0.001), 1), model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks,
 * <a href="https://arxiv.org/abs/1211.5063">arXiv 1211.5063</a>, Algorithm 1. <b>Differs from the paper in</b> nothing. <b>Differs from
 * PyTorch in</b> 10⁻⁶, which {@code clip_grad_norm_} adds to ‖g‖.
 *
 * @param inner the rule that is given ḡ
 * @param c the greatest length, a positive number
 */
public record ClipNorm(UpdateRule inner, double c) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("ḡ", "c");

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is not a positive finite number
     */
    public ClipNorm {
        Domain.of("clip-norm").positive("c", c);
    }

    @Override
    public String name() {
        return "clip-norm(" + inner.name() + ")";
    }

    @Override
    public Schedule eta() {
        return inner.eta();
    }

    @Override
    public Equations equations() {
        Equations clip = Equations.of("ḡ_{t−1} = min(1, c / ‖g_{t−1}‖) g_{t−1}").with("c", c);
        return new Treatment("ḡ", clip).before(inner.equations().primed(SYMBOLS));
    }

    @Override
    public State init(int size) {
        return State.of(this, size).around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double sum = 0;
        for (double element : g) {
            sum += element * element;
        }
        double norm = Math.sqrt(sum);
        double scale = norm == 0 ? 0 : Math.min(1, c / norm);
        double[] clipped = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            clipped[i] = scale * g[i];
        }
        inner.update(theta, clipped, state.inner(), step);
    }
}
