package org.gradus.optim;

import java.util.Locale;
import org.gradus.equation.Equations;
import org.gradus.tensor.Shape;

/**
 * How one gradient changes the parameters: the heart of an optimizer.
 *
 * <p>A rule is the slide and nothing else: a record of the hyper-parameters the slide names, its lines, what it remembers at first, and one
 * plain loop. The course of the learning rate, clipping, noise, accumulation, groups and checks are the {@link Optimizer}'s. A rule keeps
 * nothing between steps, so one rule may serve several optimizers, in several threads; what it remembers lies in the {@link State}.
 */
public interface UpdateRule {

    /** {@return the lecture's lines, in its notation and in the order of computation} */
    Equations equations();

    /**
     * {@return what the rule remembers before the first step}
     *
     * @param size the number of parameters
     */
    State init(int size);

    /**
     * {@return what the rule remembers before the first step of parameters of a shape; to all but a {@link TensorRule} they are so many numbers}
     *
     * @param shape the shape
     * @throws IllegalArgumentException if the rule cannot move parameters of this shape
     */
    default State init(Shape shape) {
        return init(shape.size());
    }

    /**
     * {@return the symbol of the point that a model is judged and used at: what the rule moves, unless it remembers a better one}
     */
    default String judged() {
        return equations().moved();
    }

    /**
     * Takes one step: out of place for θ, in place for what is remembered. All arrays are as long as θ, and all numbers in them finite.
     *
     * @param theta the parameters θ_{t−1}; not changed
     * @param next where θ_t is to be written, every element of it
     * @param g the gradient g_{t−1} at θ_{t−1}; not changed
     * @param state what {@link #init} gave and earlier steps left behind; updated
     * @param step which step, and its learning rate
     */
    void update(double[] theta, double[] next, double[] g, State state, Step step);

    /**
     * Refuses a step that the rule cannot take. All rules of an optimizer are asked before the first of them takes a step, so that a step that
     * is refused changes nothing.
     *
     * @param step which step, and its learning rate
     * @throws IllegalArgumentException if the rule cannot take it
     */
    default void check(Step step) {}

    /** {@return the rule's name on charts and on the command line: the class's in small letters} */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
