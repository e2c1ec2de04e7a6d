package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η_min + (η_max − η_min) min(p / u, (u + d − p) / d) γ^t: the triangles of {@link Triangular}, ever lower.
 *
 * <p>Source: Smith 2017, <a href="https://arxiv.org/abs/1506.01186">Cyclical Learning Rates</a>, section 3, but for η_min, which
 * there shrinks as well; here, as in PyTorch's {@code CyclicLR} in mode {@code exp_range}, it is the height alone.
 *
 * @param etaMin η_min, the rate at the start of a cycle; of a momentum, which cycles the other way, the highest value
 * @param etaMax η_max, the rate in the middle; of a momentum the lowest value
 * @param up u, the updates from η_min to η_max: Smith's stepsize
 * @param down d, the updates back
 * @param factor γ, more than 0 and at most 1
 */
public record ExpRange(double etaMin, double etaMax, long up, long down, double factor) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public ExpRange {
        Domain.of("exp-range")
                .rates("etaMin, etaMax", etaMin, etaMax)
                .count("up, down", up, down)
                .share("factor", factor);
    }

    @Override
    public double at(long t) {
        double p = t % (up + down);
        return etaMin + (etaMax - etaMin) * Math.min(p / up, (up + down - p) / down) * FastMath.pow(factor, (double) t);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "c_t = ⌊t / (u + d)⌋",
                        "p_t = t − c_t (u + d)",
                        "η_t = η_{min} + (η_{max} − η_{min}) min(p_t / u, (u + d − p_t) / d) γ^t")
                .with("η_{min}, η_{max}, u, d, γ", etaMin, etaMax, up, down, factor);
    }
}
