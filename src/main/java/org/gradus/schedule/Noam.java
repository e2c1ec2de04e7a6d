package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = k d^−½ min((t + 1)^−½, (t + 1) T_w^−1.5): a linear warm-up for T_w updates, then down with the root of time.
 *
 * <p>Source: Vaswani et al. 2017, <a href="https://arxiv.org/abs/1706.03762">Attention Is All You Need</a>, equation 3, where k = 1, d = 512
 * and T_w = 4000. The highest rate is k / √(d T_w), at t = T_w − 1.
 *
 * @param factor k, positive
 * @param modelSize d, the width of the model
 * @param warmUp T_w, in updates
 */
public record Noam(double factor, int modelSize, long warmUp) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Noam {
        Domain.of("noam").positiveRate("factor", factor).count("modelSize, warmUp", modelSize, warmUp);
    }

    @Override
    public double at(long t) {
        double rise = (t + 1.0) * FastMath.pow(warmUp, -1.5);
        return factor * FastMath.pow(modelSize, -0.5) * Math.min(FastMath.pow(t + 1.0, -0.5), rise);
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = k d^{−0.5} min((t + 1)^{−0.5}, (t + 1) T_w^{−1.5})")
                .with("k, d, T_w", factor, modelSize, warmUp);
    }
}
