package org.gradus.optim;

/**
 * Which step a rule is to take.
 *
 * @param t the number of the step, 1 for the first that the rule takes, as in the lecture's 1 − β^t
 * @param eta the learning rate η in force, at least 0
 * @param eta0 the learning rate η_0 of the first update, which a few rules measure η against
 * @param update the number of the update in the whole run, 1 for the first: the clock of schedules and noise. It is t unless the rule took
 *     over from another
 */
public record Step(long t, double eta, double eta0, long update) {
    /**
     * Checks the numbers of the step and the learning rate.
     *
     * @throws IllegalArgumentException if t or the update is less than 1, or a rate is negative, NaN or infinite
     */
    public Step {
        if (t < 1 || update < 1) {
            throw new IllegalArgumentException(
                    "step: t and the update must be at least 1, found %s and %s; the first is 1".formatted(t, update));
        }
        requireRate("η", t, eta);
        requireRate("η_0", t, eta0);
    }

    private static void requireRate(String symbol, long t, double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "step %s: %s must be a finite number, at least 0, found %s; check the schedule"
                            .formatted(t, symbol, rate));
        }
    }

    /**
     * A step of a rule that has been there from the start, with a learning rate that has not changed.
     *
     * @param t the number of the step, 1 for the first
     * @param eta the learning rate η
     */
    public Step(long t, double eta) {
        this(t, eta, eta, t);
    }
}
