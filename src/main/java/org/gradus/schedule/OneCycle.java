package org.gradus.schedule;

import org.gradus.equation.Equations;

/**
 * The 1cycle policy: a line up from η_0 to η_max in a = p T − 1 updates, a line back, and a last one down to η_end, where it stays.
 *
 * <p>Source: Smith and Topin 2018, <a href="https://arxiv.org/abs/1708.07120">Super-Convergence</a>. It is PyTorch's {@code OneCycleLR} with
 * {@code three_phase=True, anneal_strategy="linear"}, and its momentum from 0.95 to 0.85 to 0.95 is such a record too. As there, a line may
 * end between two updates; one that would end before the first (p T &lt; 1) is left out, and what comes after the last (p &gt; ½) too.
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
        Phases.check("one-cycle", steps, share, start, peak, end);
    }

    @Override
    public double at(long t) {
        double a = share * steps - 1;
        double s = Math.min(t, steps - 1);
        if (s <= a) {
            return start + (peak - start) * (s / a);
        }
        return s <= 2 * a
                ? peak + (start - peak) * ((s - a) / a)
                : start + (end - start) * ((s - 2 * a) / (steps - 1 - 2 * a));
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "a = p T − 1",
                        "s_t = min(t, T − 1)",
                        "η_t = η_0 + (η_{max} − η_0) (s_t / a), if s_t ≤ a",
                        "η_t = η_{max} + (η_0 − η_{max}) ((s_t − a) / a), if s_t ≤ 2 a",
                        "η_t = η_0 + (η_{end} − η_0) ((s_t − 2 a) / (T − 1 − 2 a))")
                .with("η_0, η_{max}, η_{end}, T, p", start, peak, end, steps, share);
    }
}
