package org.gradus.tensor;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gradient of one loss with respect to every parameter it depends on, as {@link Tensor#backward()} returns it.
 *
 * <p>Immutable: nothing has to be zeroed before the next step.
 */
public final class Gradients {
    private final Map<Parameter, Tensor> byParameter;
    private final Set<Tensor> leaves; // the parameters' values they were taken at

    Gradients(Map<Parameter, Tensor> byParameter, Set<Tensor> leaves) {
        this.byParameter = new LinkedHashMap<>(byParameter);
        this.leaves = leaves;
    }

    /**
     * The gradient of the loss with respect to one parameter.
     *
     * @param parameter the parameter
     * @return ∂L/∂parameter, of the parameter's shape
     * @throws IllegalArgumentException if the loss does not depend on the parameter
     */
    public Tensor of(Parameter parameter) {
        Tensor gradient = byParameter.get(parameter);
        if (gradient == null) {
            throw new IllegalArgumentException(
                    ("no gradient for parameter %s: the loss was not computed from it, only from %s; "
                                    + "use the parameter's value() in the forward pass, or leave it out of the optimizer")
                            .formatted(parameter, names()));
        }
        return gradient;
    }

    /**
     * Whether the loss depends on a parameter.
     *
     * @param parameter the parameter
     * @return true if {@link #of} has an answer for it
     */
    public boolean contains(Parameter parameter) {
        return byParameter.containsKey(parameter);
    }

    /**
     * Whether a gradient was taken at the present value of its parameter, and not at one that has been replaced since.
     *
     * @param parameter a parameter the loss depends on
     * @return true if nobody has set the parameter since
     */
    public boolean isCurrent(Parameter parameter) {
        return leaves.contains(parameter.value());
    }

    /**
     * The parameters the loss depends on.
     *
     * @return an unmodifiable set, in an order that depends on the graph alone
     */
    public Set<Parameter> parameters() {
        return Collections.unmodifiableSet(byParameter.keySet());
    }

    /**
     * The length of all gradients seen as one vector.
     *
     * @return √(Σ g²) over every element of every gradient; NaN or ∞ if one is
     */
    public double norm() {
        double sum = sumOfSquares(1);
        if (sum > 1e-280 && sum < Double.POSITIVE_INFINITY) {
            return Math.sqrt(sum);
        }
        double largest = byParameter.values().stream() // the squares are too small or too large for a double
                .flatMapToDouble(gradient -> Arrays.stream(gradient.data))
                .map(Math::abs)
                .reduce(0, Math::max);
        boolean regular = largest > 0 && largest < Double.POSITIVE_INFINITY;
        return regular ? largest * Math.sqrt(sumOfSquares(largest)) : largest;
    }

    private double sumOfSquares(double unit) {
        double sum = 0;
        for (Tensor gradient : byParameter.values()) {
            for (double g : gradient.data) {
                sum = Math.fma(g / unit, g / unit, sum);
            }
        }
        return sum;
    }

    private String names() {
        return byParameter.isEmpty()
                ? "constants"
                : byParameter.keySet().stream()
                        .map(Parameter::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** The parameters and shapes, without the numbers. */
    @Override
    public String toString() {
        return "Gradients of " + names();
    }
}
