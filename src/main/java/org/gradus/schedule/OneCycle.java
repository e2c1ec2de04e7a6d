package org.gradus.schedule;

import org.gradus.equation.Equations;

/**
 * The 1cycle policy: a line up from η_0 to η_max in a = p T − 1 updates, a line back, and a last one down to η_end, where it stays.
 *
 * <p>Source: Smith and Topin 2018, <a href="https://arxiv.org/abs/1708.07120">Super-Convergence</a>. It is PyTorch's {@code OneCycleLR} with
 * {@code three_phase=True, anneal_strategy="linear"}; the momentum of that is such a record too: from 0.95 to 0.85 to 0.95.
 *
 * @param start η_0, the rate at t = 0
 * @param peak η_max; of a momentum, which cycles the other way, the lowest value
 * @param end η_end, the rate from t = T − 1 on
 * @param steps T, all updates of the training
 * @param share p, the share of the warm-up in them, more than 1 / T and at most 0.5
 */
public record OneCycle(double start, double peak, double end, long steps, double share) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public OneCycle {
        Domain.of("one-cycle").rates("start, peak, end", start, peak, end).share(share, steps, 2);
    }

    @Override
    public double at(long t) {
        double a = share * steps - 1;
        if (t <= 2 * a) {
            return start + (peak - start) * Math.min(t, 2 * a - t) / a;
        }
        return start + (end - start) * Math.min(1, (t - 2 * a) / (steps - 1 - 2 * a));
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "a = p T − 1",
                        "η_t = η_0 + (η_{max} − η_0) min(t, 2 a − t) / a, if t ≤ 2 a",
                        "η_t = η_0 + (η_{end} − η_0) min(1, (t − 2 a) / (T − 1 − 2 a))")
                .with("η_0, η_{max}, η_{end}, T, p", start, peak, end, steps, share);
    }
}
