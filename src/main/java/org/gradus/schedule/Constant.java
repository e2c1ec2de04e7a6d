package org.gradus.schedule;

/**
 * η_t = η.
 *
 * @param eta the learning rate, a positive number
 */
public record Constant(double eta) implements Schedule {
    /**
     * The same learning rate at every step.
     *
     * @throws IllegalArgumentException if it is not a positive finite number
     */
    public Constant {
        if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rate: η must be a positive number, found " + eta);
        }
    }

    @Override
    public double at(long t) {
        return eta;
    }
}
