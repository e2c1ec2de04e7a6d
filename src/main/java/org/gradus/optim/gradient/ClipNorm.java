package org.gradus.optim.gradient;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.Treatment;

/**
 * Clipping by norm: a gradient longer than c is shortened to the length c; its direction stays.
 *
 * <pre>
 * ḡ_{t−1} = g_{t−1}, if ‖g_{t−1}‖ ≤ c
 * ḡ_{t−1} = c / ‖g_{t−1}‖ g_{t−1}
 * </pre>
 *
 * <p>‖g‖ is the length of the gradient with respect to all parameters of the optimizer together, whatever groups they are in. It is computed
 * without overflow: elements beyond 10¹⁵⁴, whose squares are infinite, are shortened like all others.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Adam(), 0.001, model.trainable()).with(new ClipNorm(1))}
 *
 * <p><b>Reference:</b> Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks,
 * <a href="https://arxiv.org/abs/1211.5063">arXiv 1211.5063</a>, Algorithm 1. <b>Differs from the paper in</b> nothing. <b>Differs from
 * PyTorch in</b> 10⁻⁶, which {@code clip_grad_norm_} adds to ‖g‖.
 *
 * @param c the greatest length, a positive number; the right one depends on the loss
 */
public record ClipNorm(double c) implements Treatment {
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
        return "clip-norm";
    }

    @Override
    public Equations equations() {
        return Equations.of("ḡ_{t−1} = g_{t−1}, if ‖g_{t−1}‖ ≤ c", "ḡ_{t−1} = c / ‖g_{t−1}‖ g_{t−1}")
                .with("c", c);
    }

    @Override
    public void apply(double[] g, long t) {
        double unit = 1;
        double norm = norm(g, unit);
        if (norm == Double.POSITIVE_INFINITY) { // the squares overflow: in units of the largest element they do not
            unit = largest(g);
            norm = norm(g, unit);
        }
        if (norm > c / unit) {
            for (int i = 0; i < g.length; i++) {
                g[i] = c / norm * (g[i] / unit);
            }
        }
    }

    private static double norm(double[] g, double unit) {
        double sum = 0;
        for (double element : g) {
            sum += element / unit * (element / unit);
        }
        return Math.sqrt(sum);
    }

    private static double largest(double[] g) {
        double largest = 0;
        for (double element : g) {
            largest = Math.max(largest, Math.abs(element));
        }
        return largest;
    }
}
