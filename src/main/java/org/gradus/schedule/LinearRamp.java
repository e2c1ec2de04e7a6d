package org.gradus.schedule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η_0 + (η_1 − η_0) (min(t, T) / T): along a line, up or down, for T updates, and there it stays.
 *
 * <p>Upwards it is a warm-up, PyTorch's {@code LinearLR}, or a {@linkplain #rangeTest range test}; downwards a linear decay.
 *
 * @param from the learning rate η_0 at t = 0, at least 0
 * @param to the learning rate η_1 from t = T on, at least 0
 * @param steps T, in updates
 */
public record LinearRamp(double from, double to, long steps) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public LinearRamp {
        Domain.of("linear-ramp").nonNegative("from, to", from, to).count("steps", steps);
    }

    /**
     * {@return Smith's learning-rate range test, <a href="https://arxiv.org/abs/1506.01186">2017, section 3.3</a>: from min to max, both included}
     *
     * @param min the smallest rate to try
     * @param max the largest
     * @param updates how many updates in all, at least 2
     */
    public static LinearRamp rangeTest(double min, double max, long updates) {
        return new LinearRamp(min, max, updates - 1);
    }

    @Override
    public double at(long t) {
        return from + (to - from) * ((double) Math.min(t, steps) / steps);
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = η_0 + (η_1 − η_0) (min(t, T) / T)").with("η_0, η_1, T", from, to, steps);
    }
}
