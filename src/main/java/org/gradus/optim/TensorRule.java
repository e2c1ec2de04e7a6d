package org.gradus.optim;

import org.gradus.tensor.Shape;

/**
 * A rule that sees each parameter by itself, with its shape: what it does to a matrix depends on its rows and columns. Its {@link State} knows
 * the shape. An {@link Optimizer} makes a {@linkplain Group#parts group of each parameter} of one that it is given for several.
 */
public interface TensorRule extends UpdateRule {

    /**
     * {@return whether the rule can move parameters of a shape}
     *
     * @param shape the shape of a parameter
     */
    boolean moves(Shape shape);

    /**
     * {@return what the rule remembers of a parameter before the first step}
     *
     * @param shape the parameter's shape
     * @throws IllegalArgumentException if the rule cannot move it
     */
    @Override
    State init(Shape shape);

    @Override
    default State init(int size) {
        return init(Shape.of(size));
    }

    /**
     * {@return a rule that may stand within another, which sees all parameters as one vector}
     *
     * @param inner the rule
     * @param around the name of the rule around it
     * @throws IllegalArgumentException if it sees parameters by themselves
     */
    static UpdateRule vectorRule(UpdateRule inner, String around) {
        if (inner instanceof TensorRule) {
            throw new IllegalArgumentException(
                    "%s: %s sees matrix by matrix, a rule around it one vector of all parameters; use it alone"
                            .formatted(around, inner.name()));
        }
        return inner;
    }
}
