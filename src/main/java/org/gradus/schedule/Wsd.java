package org.gradus.schedule;

import org.gradus.equation.Equations;
import org.gradus.schedule.form.Slope;

/**
 * Warm-up, stable, decay: η_min + (η_max − η_min) u(p_t), where p rises to 1 in T_w updates, stays, and falls in the last T_d of T; then η_min. Until
 * it decays, no rate depends on T. A warm-up's first update has η_min: where that is 0, averages of gradients move, but θ does not. Source: Hu et
 * al. 2024, <a href="https://arxiv.org/abs/2404.06395">MiniCPM</a>; it is {@code get_wsd_schedule} of transformers, without slopes that overlap.
 *
 * @param etaMax the learning rate η_max of the stable phase, positive
 * @param etaMin η_min, at least 0: {@code min_lr_ratio} times η_max
 * @param steps T, all updates of the training
 * @param up how the warm-up rises
 * @param warmUp T_w, its length, at least 0
 * @param down how the decay falls
 * @param decay T_d, its length, at least 0
 */
public record Wsd(double etaMax, double etaMin, long steps, Slope up, long warmUp, Slope down, long decay)
        implements Schedule {
    /** Checks the numbers, with an {@link IllegalArgumentException} if one lies outside its domain. */
    public Wsd {
        Schedules.checkSlopes(down.prefix() + "wsd", steps, warmUp, decay, etaMax, etaMin);
    }

    @Override
    public String name() {
        return down.prefix() + "wsd";
    }

    @Override
    public double at(long t) {
        double later = t < steps ? down.at(Math.min(1, (double) (steps - t) / decay)) : 0;
        return etaMin + (etaMax - etaMin) * (t < warmUp ? up.at((double) t / warmUp) : later);
    }

    @Override
    public Equations equations() {
        String warm = up.line("T_w");
        String falling = down.line("T");
        return Equations.of("p_t = t / T_w, if t < T_w", "p_t = min(1, (T − t) / T_d)", warm, falling, "η_t = η_{min}")
                .with("η_{min}, η_{max}, T, T_w, T_d", etaMin, etaMax, steps, warmUp, decay);
    }
}
