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
 * @param share p, the share of the warm-up in them, more than 1 / T and less than 1
 */
public record CosineOneCycle(double start, double peak, double end, long steps, double share) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public CosineOneCycle {
        Domain.of("cosine-one-cycle")
                .rates("start, peak, end", start, peak, end)
                .share(share, steps, 1);
    }

    @Override
    public double at(long t) {
        double a = share * steps - 1;
        long last = steps - 1;
        return t <= a
                ? peak + (start - peak) * (1 + FastMath.cos(Math.PI * t / a)) / 2
                : end + (peak - end) * (1 + FastMath.cos(Math.PI * (Math.min(t, last) - a) / (last - a))) / 2;
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "a = p T − 1",
                        "η_t = η_{max} + (η_0 − η_{max}) (1 + cos(π t / a)) / 2, if t ≤ a",
                        "η_t = η_{end} + (η_{max} − η_{end}) (1 + cos(π (min(t, T − 1) − a) / (T − 1 − a))) / 2")
                .with("η_0, η_{max}, η_{end}, T, p", start, peak, end, steps, share);
    }
}
