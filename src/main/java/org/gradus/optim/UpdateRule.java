package org.gradus.optim;

import java.util.Locale;
import org.gradus.equation.Equations;
import org.gradus.schedule.Schedule;

/**
 * How one gradient changes the parameters: the heart of an optimizer.
 *
 * <p>A rule is a record of hyper-parameters and keeps nothing between steps; what it remembers lies in the {@link State}. One rule may
 * therefore serve several optimizers, in several threads.
 */
public interface UpdateRule {

    /** {@return the lecture's lines, in its notation and in the order of computation} */
    Equations equations();

    /** {@return the learning rate η} */
    Schedule eta();

    /**
     * {@return what the rule remembers before the first step}
     *
     * @param size the number of parameters
     */
    State init(int size);

    /**
     * Takes one step.
     *
     * @param theta the parameters θ_{t−1} on entry, θ_t on return
     * @param g the gradient g_{t−1} at θ_{t−1}; not changed
     * @param state what {@link #init} gave and earlier steps left behind; updated
     * @param step which step, and its learning rate
     */
    void update(double[] theta, double[] g, State state, Step step);

    /** {@return the rule's name on charts and on the command line: the class's in small letters} */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
