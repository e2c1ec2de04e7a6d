package org.gradus.equation;

/** The values of a symbol that no line defines, such as random numbers. */
@FunctionalInterface
public interface Given {

    /**
     * {@return the symbol's value at a step}
     *
     * @param t the step
     * @param size the number of parameters
     */
    double[] at(long t, int size);
}
