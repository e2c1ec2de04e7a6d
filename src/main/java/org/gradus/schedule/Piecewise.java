package org.gradus.schedule;

import java.util.ArrayList;
import java.util.List;
import org.gradus.equation.Equations;
import org.gradus.equation.Literal;

/**
 * η_t = η_k, where k of the boundaries are at most t: constant pieces, such as 0.1 for 100 updates, 0.01 for 50, and 0.001 from then on.
 *
 * <p>{@link Schedules#multiStep} has the rates of PyTorch's {@code MultiStepLR}.
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
        Domain.of("piecewise").pieces(boundaries, rates);
    }

    @Override
    public double at(long t) {
        long passed = boundaries.stream().filter(boundary -> boundary <= t).count();
        return rates.get((int) passed);
    }

    @Override
    public Equations equations() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < boundaries.size(); k++) {
            lines.add("η_t = %s, if t < %d".formatted(new Literal(rates.get(k)).text(), boundaries.get(k)));
        }
        lines.add("η_t = " + new Literal(rates.get(boundaries.size())).text());
        return Equations.of(lines.toArray(String[]::new));
    }
}
