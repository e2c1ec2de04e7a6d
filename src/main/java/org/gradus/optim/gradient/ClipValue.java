package org.gradus.optim.gradient;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.Treatment;

/**
 * Clipping by value: each element of the gradient is brought into [−c, c]; its direction may change.
 *
 * <pre>
 * ḡ_{t−1} = Clip(g_{t−1}, −c, c)
 * </pre>
 *
 * <p><b>Example:</b> {@code new Optimizer(new Adam(), 0.001, model.trainable()).with(new ClipValue(1))}
 *
 * <p><b>Reference:</b> Mikolov 2012, Statistical Language Models Based on Neural Networks,
 * <a href="https://www.fit.vut.cz/study/phd-thesis/283/">PhD thesis, Brno University of Technology</a>. <b>Differs from the paper in</b>
 * nothing. <b>Differs from PyTorch in</b> nothing: it is {@code clip_grad_value_}.
 *
 * @param c the greatest magnitude of an element, a positive number; the right one depends on the loss
 */
public record ClipValue(double c) implements Treatment {
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
        return "clip-value";
    }

    @Override
    public Equations equations() {
        return Equations.of("ḡ_{t−1} = Clip(g_{t−1}, −c, c)").with("c", c);
    }

    @Override
    public void apply(double[] g, long t) {
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.min(Math.max(g[i], -c), c);
        }
    }
}
