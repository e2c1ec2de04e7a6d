package org.gradus.schedule;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η: the same learning rate at every update.
 *
 * @param eta the learning rate η, a positive number
 */
public record Constant(double eta) implements Schedule {
    /**
     * Checks the learning rate.
     *
     * @throws IllegalArgumentException if it is not a positive finite number
     */
    public Constant {
        Domain.of("learning rate").positive("η", eta);
    }

    @Override
    public double at(long t) {
        return eta;
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = η").with("η", eta);
    }
}
