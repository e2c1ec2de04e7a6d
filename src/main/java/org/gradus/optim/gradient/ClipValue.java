package org.gradus.optim.gradient;

import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * Clipping by value: each element of the gradient is brought into [−c, c]; its direction may change. Around SGD:
 *
 * <pre>
 * ḡ_{t−1} = Clip(g_{t−1}, −c, c)
 * θ_t = θ_{t−1} − η ḡ_{t−1}
 * </pre>
 *
 * <p><b>State:</b> none but the inner rule's. <b>Defaults:</b> none; the right c depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new ClipValue(new Adam(0.001), 1), model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Mikolov 2012, Statistical Language Models Based on Neural Networks,
 * <a href="https://www.fit.vut.cz/study/phd-thesis/283/">PhD thesis, Brno University of Technology</a>. <b>Differs from the paper in</b>
 * nothing. <b>Differs from PyTorch in</b> nothing: it is {@code clip_grad_value_}.
 *
 * @param inner the rule that is given ḡ
 * @param c the greatest magnitude of an element, a positive number
 */
public record ClipValue(UpdateRule inner, double c) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("ḡ", "c");

    /**
     * Checks the magnitude.
     *
     * @throws IllegalArgumentException if it is not a positive finite number
     */
    public ClipValue {
        Domain.of("clip-value").positive("c", c);
    }

    @Override
    public String name() {
        return "clip-value(" + inner.name() + ")";
    }

    @Override
    public Schedule eta() {
        return inner.eta();
    }

    @Override
    public Equations equations() {
        Equations clip = Equations.of("ḡ_{t−1} = Clip(g_{t−1}, −c, c)").with("c", c);
        return new Treatment("ḡ", clip).before(inner.equations().primed(SYMBOLS));
    }

    @Override
    public State init(int size) {
        return State.of(this, size).around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double[] clipped = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            clipped[i] = Math.min(Math.max(g[i], -c), c);
        }
        inner.update(theta, clipped, state.inner(), step);
    }
}
