package org.gradus.optim;

/**
 * Which step a rule is to take.
 *
 * @param t the number of the step, 1 for the first, as in the lecture's 1 − β^t
 * @param eta the learning rate η in force, at least 0
 */
public record Step(long t, double eta) {
    /**
     * Checks the number of the step and the learning rate.
     *
     * @throws IllegalArgumentException if t is less than 1, or η is negative, NaN or infinite
     */
    public Step {
        if (t < 1) {
            throw new IllegalArgumentException(
                    "step: t must be at least 1, found %s; the first step is 1".formatted(t));
        }
        if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "step %s: η must be a finite number, at least 0, found %s; check the schedule".formatted(t, eta));
        }
    }
}
