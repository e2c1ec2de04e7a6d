package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.equation.Equations;

/**
 * The 1cycle policy as PyTorch has it by default: half a cosine wave up from η_0 to η_max in a = p T − 1 updates, another down to η_end.
 * A dialect of {@link OneCycle}, from the fastai library; PyTorch's {@code OneCycleLR} has η_0 = η_max / 25, η_end = η_0 / 10⁴, p = 0.3.
 *
 * @param start η_0, the rate at t = 0
 * @param peak η_max; of a momentum, which cycles the other way, the lowest value
 * @param end η_end, the rate from t = T − 1 on
 * @param steps T, all updates of the training
 * @param share p, the share of the warm-up in them, from 0 to 1 but not 1 / T
 */
public record CosineOneCycle(double start, double peak, double end, long steps, double share) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public CosineOneCycle {
        Schedules.checkPhases("cosine-one-cycle", steps, share, start, peak, end);
    }

    @Override
    public double at(long t) {
        double a = share * steps - 1;
        double s = Math.min(t, steps - 1);
        return s <= a
                ? peak + (start - peak) * (1 + FastMath.cos(Math.PI * s / a)) / 2
                : end + (peak - end) * (1 + FastMath.cos(Math.PI * (s - a) / (steps - 1 - a))) / 2;
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "a = p T − 1",
                        "s_t = min(t, T − 1)",
                        "η_t = η_{max} + (η_0 − η_{max}) (1 + cos(π s_t / a)) / 2, if s_t ≤ a",
                        "η_t = η_{end} + (η_{max} − η_{end}) (1 + cos(π (s_t − a) / (T − 1 − a))) / 2")
                .with("η_0, η_{max}, η_{end}, T, p", start, peak, end, steps, share);
    }
}
