package org.gradus.schedule;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.equation.Condition;
import org.gradus.equation.Equations;
import org.gradus.equation.Literal;
import org.gradus.equation.Relation;
import org.gradus.equation.Time;

/**
 * η_t = first(t) while t &lt; n, then next(t − n): one schedule after the other, each on a clock of its own.
 *
 * <p>A warm-up before a cosine is {@code new Sequence(new LinearRamp(0.01, 0.1, 5), 5, new Cosine(0.1, 0, 20))}, as with PyTorch's {@code
 * SequentialLR}. In the equations next's symbols have primes where first has them too.
 *
 * @param first the schedule of the first n updates
 * @param steps n
 * @param next the schedule from then on; it starts from 0
 */
public record Sequence(Schedule first, long steps, Schedule next) implements Schedule {
    /**
     * Checks the number of updates.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Sequence {
        Domain.of("sequence").count("steps", steps);
    }

    @Override
    public double at(long t) {
        return t < steps ? first.at(t) : next.at(t - steps);
    }

    @Override
    public Schedule seeing(List<Double> losses) {
        return new Sequence(first.seeing(losses), steps, next.seeing(losses));
    }

    @Override
    public Equations equations() {
        Literal n = new Literal(steps);
        Equations before = first.equations().when(new Condition.Comparison(new Time(), Relation.LESS, n));
        Equations after =
                next.equations().later(steps).when(new Condition.Comparison(new Time(), Relation.AT_LEAST, n));
        return before.then(after.apartFrom(before));
    }
}
