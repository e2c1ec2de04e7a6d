package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η_end + (η_0 − η_end) (1 − min(t, T) / T)^p: down to η_end after T updates, along a line (p = 1) or a curve, and there it stays.
 *
 * <p>Source: Caffe's rate policy "poly", 2014; for segmentation p = 0.9, as in Chen et al. 2016,
 * <a href="https://arxiv.org/abs/1606.00915">DeepLab</a>, section 4.1. PyTorch's {@code PolynomialLR} has η_end = 0.
 *
 * @param eta the learning rate η_0 at t = 0, positive
 * @param etaEnd the learning rate η_end from t = T on, at least 0
 * @param steps T, in updates
 * @param power p, positive
 */
public record PolynomialDecay(double eta, double etaEnd, long steps, double power) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PolynomialDecay {
        Domain.of("polynomial-decay")
                .positiveRate("eta", eta)
                .rates("etaEnd", etaEnd)
                .count("steps", steps)
                .positive("power", power);
    }

    @Override
    public double at(long t) {
        return etaEnd + (eta - etaEnd) * FastMath.pow(1 - (double) Math.min(t, steps) / steps, power);
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = η_{end} + (η_0 − η_{end}) (1 − min(t, T) / T)^p")
                .with("η_0, η_{end}, T, p", eta, etaEnd, steps, power);
    }
}
