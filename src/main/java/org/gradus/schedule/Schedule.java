package org.gradus.schedule;

import java.util.List;
import java.util.Locale;
import org.gradus.equation.Equations;

/**
 * The learning rate η as a function of the number of the update: {@code t -> 0.1 / (t + 1)}, or one of this package's records.
 *
 * <p>A schedule keeps nothing between calls. It may be asked about any update in any order, so it can be drawn before training.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * The learning rate in force at an update.
     *
     * @param t the number of the update, 0 for the first
     * @return η, finite and at least 0
     */
    double at(long t);

    /**
     * {@return the formula as data, whose last line defines η_t; for a schedule without one, as a lambda is, the line η_t = f_t with f given}
     */
    default Equations equations() {
        return Equations.of("η_t = f_t").given("f", (t, size) -> new double[] {at(t)});
    }

    /**
     * {@return the schedule to go on with after an epoch: this one, unless it depends on the validation loss, as {@link ReduceOnPlateau} does}
     *
     * <p>A training asks the schedule it was given, after each epoch, with all losses from the first on: what it answers depends on them alone.
     *
     * @param losses the validation losses of all epochs so far, in their order
     */
    default Schedule seeing(List<Double> losses) {
        return this;
    }

    /** {@return the schedule's name on charts and on the command line: one-cycle for {@link OneCycle}, function for a lambda} */
    default String name() {
        String type = this instanceof Record ? getClass().getSimpleName() : "function";
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
