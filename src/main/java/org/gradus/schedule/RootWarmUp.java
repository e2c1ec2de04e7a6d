package org.gradus.schedule;

import java.util.List;
import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = √min(1, (t + 1) / T_w) η′_t: a share of another schedule's rate that grows fast at first, until it is all of it.
 *
 * <p>It is {@link LinearWarmUp} under a root: a quarter of the warm-up gives half the rate. No paper of its own is known to us.
 *
 * @param steps T_w, the length of the warm-up in updates
 * @param then the schedule η′, on the same clock
 */
public record RootWarmUp(long steps, Schedule then) implements Schedule {
    /**
     * Checks the number of updates.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public RootWarmUp {
        Domain.of("root-warm-up").count("steps", steps);
    }

    @Override
    public double at(long t) {
        return Math.sqrt(Math.min(1, (t + 1.0) / steps)) * then.at(t);
    }

    @Override
    public Schedule seeing(List<Double> losses) {
        return new RootWarmUp(steps, then.seeing(losses));
    }

    @Override
    public Equations equations() {
        Equations warmUp = Equations.of("η_t = √min(1, (t + 1) / T_w) η′_t").with("T_w", steps);
        return then.equations().primed(Set.of("η", "T_w")).then(warmUp);
    }
}
