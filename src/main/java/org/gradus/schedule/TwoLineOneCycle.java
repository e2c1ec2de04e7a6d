package org.gradus.schedule;

import org.gradus.equation.Equations;

/**
 * A line up from η_0 to η_max in a = p T − 1 updates, and a line down to η_end, where it stays: the 1cycle policy without its third part.
 *
 * <p>It is PyTorch's {@code OneCycleLR} with {@code anneal_strategy="linear"}, a dialect of {@link OneCycle}. As there, lines may meet between
 * two updates, and a line that would end before the first (p T &lt; 1) is left out.
 *
 * @param start η_0, the rate at t = 0
 * @param peak η_max; of a momentum, which cycles the other way, the lowest value
 * @param end η_end, the rate from t = T − 1 on
 * @param steps T, all updates of the training
 * @param share p, the share of the warm-up in them, from 0 to 1 but not 1 / T
 */
public record TwoLineOneCycle(double start, double peak, double end, long steps, double share) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public TwoLineOneCycle {
        Schedules.checkPhases("two-line-one-cycle", steps, share, start, peak, end);
    }

    @Override
    public double at(long t) {
        double a = share * steps - 1;
        double s = Math.min(t, steps - 1);
        return s <= a ? start + (peak - start) * (s / a) : peak + (end - peak) * ((s - a) / (steps - 1 - a));
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "a = p T − 1",
                        "s_t = min(t, T − 1)",
                        "η_t = η_0 + (η_{max} − η_0) (s_t / a), if s_t ≤ a",
                        "η_t = η_{max} + (η_{end} − η_{max}) ((s_t − a) / (T − 1 − a))")
                .with("η_0, η_{max}, η_{end}, T, p", start, peak, end, steps, share);
    }
}
