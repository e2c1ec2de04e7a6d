package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η_min + (η_max − η_min) (1 + cos(π t / T)) / 2: down along half a wave of T updates. Beyond T the wave rises again, as it does
 * in PyTorch.
 *
 * <p>Source: Loshchilov and Hutter 2017, <a href="https://arxiv.org/abs/1608.03983">SGDR</a>, equation 5, without its restarts. <b>Differs
 * from PyTorch</b>'s {@code CosineAnnealingLR} in rounding: that computes each rate from the one before.
 *
 * @param etaMax the learning rate η_max at t = 0, positive
 * @param etaMin the learning rate η_min at t = T, at least 0
 * @param steps T, in updates
 */
public record Cosine(double etaMax, double etaMin, long steps) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Cosine {
        Domain.of("cosine")
                .positiveRate("etaMax", etaMax)
                .rates("etaMin", etaMin)
                .count("steps", steps);
    }

    @Override
    public double at(long t) {
        return etaMin + (etaMax - etaMin) * (1 + FastMath.cos(Math.PI * t / steps)) / 2;
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = η_{min} + (η_{max} − η_{min}) (1 + cos(π t / T)) / 2")
                .with("η_{min}, η_{max}, T", etaMin, etaMax, steps);
    }
}
