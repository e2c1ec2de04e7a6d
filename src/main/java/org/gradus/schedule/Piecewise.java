package org.gradus.schedule;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.equation.Literal;
import org.gradus.schedule.form.Pieces;

/**
 * η_t = η_k, where k of the boundaries are at most t: constant pieces, such as 0.1 for 100 updates, 0.01 for 50, and 0.001 from then on.
 *
 * <p>Each piece's rate stands on its own; in {@link MultiStep} it is a multiple of the one before. By name it is
 * {@code piecewise:at100=0.01,at150=0.001}, where the learning rate is that of the first piece.
 *
 * @param boundaries the updates at which the rate changes, in order; one that stands there twice skips a rate
 * @param rates the rate before the first boundary, and one from each boundary on, all at least 0
 */
public record Piecewise(List<Long> boundaries, List<Double> rates) implements Schedule {
    /**
     * Keeps copies of the lists, which nobody can change.
     *
     * @throws IllegalArgumentException if the boundaries fall, a rate is no rate, or there is not one rate more than boundaries
     */
    public Piecewise {
        boundaries = List.copyOf(boundaries);
        rates = List.copyOf(rates);
        Domain domain = Domain.of("piecewise");
        Pieces.checkOrder(domain, "boundaries", boundaries);
        String one = "one more than that of the boundaries, " + boundaries.size();
        domain.require(rates.size() == boundaries.size() + 1, "the number of rates", rates.size(), one);
        rates.forEach(rate -> domain.rates("each rate", rate));
    }

    @Override
    public double at(long t) {
        return rates.get(Pieces.passed(boundaries, t));
    }

    @Override
    public Equations equations() {
        return Pieces.equations(boundaries, k -> new Literal(rates.get(k)).text());
    }
}
