package org.gradus.schedule;

import org.gradus.equation.Equations;

/**
 * The 1cycle policy of Smith and Topin 2018, <a href="https://arxiv.org/abs/1708.07120">Super-Convergence</a>: a line up from η_0 to η_max in
 * a = p T − 1 updates, a line back, and one down to η_end. It is PyTorch's {@code OneCycleLR} with {@code three_phase=True,
 * anneal_strategy="linear"}, also for the momentum, from 0.95 to 0.85 to 0.95. If p T &lt; 1 there is no warm-up, if p &gt; ½ no last line.
 *
 * @param start η_0, the rate at t = 0
 * @param peak η_max; of a momentum, which cycles the other way, the lowest value
 * @param end η_end, the rate from t = T − 1 on
 * @param steps T, all updates of the training
 * @param share p, the share of the warm-up in them, from 0 to 1 but not 1 / T
 */
public record OneCycle(double start, double peak, double end, long steps, double share) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public OneCycle {
        Schedules.checkPhases("one-cycle", steps, share, start, peak, end);
    }

    @Override
    public double at(long t) {
        double a = share * steps - 1;
        double s = Math.min(t, steps - 1);
        return s <= 2 * a
                ? start + (peak - start) * (Math.min(s, 2 * a - s) / a)
                : start + (end - start) * ((s - 2 * a) / (steps - 1 - 2 * a));
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "a = p T − 1",
                        "s_t = min(t, T − 1)",
                        "η_t = η_0 + (η_{max} − η_0) (min(s_t, 2 a − s_t) / a), if s_t ≤ 2 a",
                        "η_t = η_0 + (η_{end} − η_0) ((s_t − 2 a) / (T − 1 − 2 a))")
                .with("η_0, η_{max}, η_{end}, T, p", start, peak, end, steps, share);
    }
}
