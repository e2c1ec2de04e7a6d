package org.gradus.optim;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which step a rule is to take.
 *
 * @param t the number of the step, 1 for the first that the rule takes, as in the lecture's 1 − β^t
 * @param eta the learning rate η in force, at least 0
 * @param eta0 the learning rate η_0 of the first update, which a few rules measure η against
 * @param update the number of the update in the whole run, 1 for the first: the clock of schedules and noise. It is t unless the rule took
 *     over from another
 * @param elsewhere the gradient of the same loss, on the same batch, as a function of the parameters, for a rule that asks for a second one;
 *     empty if there is only a gradient and no loss to ask
 */
public record Step(long t, double eta, double eta0, long update, Optional<UnaryOperator<double[]>> elsewhere) {
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
     * A step with the one gradient it begins with.
     *
     * @param t the number of the step, 1 for the first that the rule takes
     * @param eta the learning rate η in force, at least 0
     * @param eta0 the learning rate η_0 of the first update
     * @param update the number of the update in the whole run
     */
    public Step(long t, double eta, double eta0, long update) {
        this(t, eta, eta0, update, Optional.empty());
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

    /**
     * {@return this step with a loss that can be asked for its gradient at other points}
     *
     * @param gradient the gradient of the loss as a function of the parameters
     */
    public Step with(UnaryOperator<double[]> gradient) {
        return new Step(t, eta, eta0, update, Optional.of(gradient));
    }

    /**
     * {@return the gradient of the same loss, on the same batch, at another point}
     *
     * @param point the parameters; not changed
     * @throws IllegalStateException if there is no loss to ask, which the rule's {@link UpdateRule#check} should have refused
     */
    public double[] gradientAt(double[] point) {
        return elsewhere
                .orElseThrow(() -> new IllegalStateException(
                        "step %s: there is no loss to ask for a second gradient; refuse such steps in check"
                                .formatted(t)))
                .apply(point);
    }
}
