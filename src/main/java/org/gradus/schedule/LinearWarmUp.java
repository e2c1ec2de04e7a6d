package org.gradus.schedule;

import java.util.List;
import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = min(1, (t + 1) / T_w) η′_t: a share of another schedule's rate that grows with every update, until it is all of it.
 *
 * <p>Source: the lecture's warm-up, and before it Goyal et al. 2017, <a href="https://arxiv.org/abs/1706.02677">Accurate, Large Minibatch
 * SGD</a>, section 2.2. The other schedule runs on the same clock; in a {@link Sequence} it starts where the warm-up ends.
 *
 * @param steps T_w, the length of the warm-up in updates
 * @param then the schedule η′
 */
public record LinearWarmUp(long steps, Schedule then) implements Schedule {
    /**
     * Checks the number of updates.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public LinearWarmUp {
        Domain.of("linear-warm-up").count("steps", steps);
    }

    @Override
    public double at(long t) {
        return Math.min(1, (t + 1.0) / steps) * then.at(t);
    }

    @Override
    public Schedule seeing(List<Double> losses) {
        return new LinearWarmUp(steps, then.seeing(losses));
    }

    @Override
    public Equations equations() {
        Equations warmUp = Equations.of("η_t = min(1, (t + 1) / T_w) η′_t").with("T_w", steps);
        return then.equations().primed(Set.of("η", "T_w")).then(warmUp);
    }
}
