package org.gradus.optim;

import org.gradus.equation.Equations;

/**
 * What is done to the gradient before any rule sees it: clipping, noise. It sees the gradient of all parameters of an optimizer as one vector,
 * over all groups, as the slides do.
 */
public interface Treatment {

    /** {@return the lines, whose last defines the new gradient, such as {@code ḡ_{t−1}}, from {@code g_{t−1}}} */
    Equations equations();

    /**
     * Changes a gradient in place.
     *
     * @param g the gradient with respect to all parameters
     * @param t the number of the update in the whole run, 1 for the first
     */
    void apply(double[] g, long t);

    /** {@return its name on the command line, such as {@code clip-norm}} */
    String name();
}
