package org.gradus.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of a model as one vector θ, as on the slides: where each begins in it, how θ is read and replaced, and how the gradients
 * line up with it.
 */
public final class ParameterVector {
    private final Map<String, Parameter> parameters;
    private final int size;
    private double[] theta; // what was published last; null before
    private final Tensor[] published; // the values that are windows of it

    /**
     * The vector of some parameters, in the order given.
     *
     * @param parameters the parameters by path, as {@code Layer.trainable()} gives them
     * @throws ArithmeticException if they have more than 2³¹ − 1 numbers
     */
    public ParameterVector(Map<String, Parameter> parameters) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.published = new Tensor[parameters.size()];
        int numbers = 0;
        for (Parameter parameter : this.parameters.values()) {
            numbers = Math.addExact(numbers, parameter.shape().size());
        }
        this.size = numbers;
    }

    /** {@return the parameters by path, in their order} */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** {@return how many numbers there are} */
    public int size() {
        return size;
    }

    /** {@return θ as it is now; the array itself, not to be changed} */
    public double[] theta() {
        if (theta == null || !isPublished()) {
            theta = new double[size];
            int offset = 0;
            int i = 0;
            for (Parameter parameter : parameters.values()) {
                published[i] = parameter.value();
                published[i++].copyTo(theta, offset);
                offset += parameter.shape().size();
            }
        }
        return theta;
    }

    private boolean isPublished() {
        int i = 0;
        for (Parameter parameter : parameters.values()) {
            if (parameter.value() != published[i++]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives every parameter its new numbers.
     *
     * @param next θ after the step; it belongs to the parameters from now on and is not to be changed
     */
    public void publish(double[] next) {
        theta = next;
        int offset = 0;
        int i = 0;
        for (Parameter parameter : parameters.values()) {
            parameter.set(next, offset);
            published[i++] = parameter.value();
            offset += parameter.shape().size();
        }
    }

    /**
     * Copies the gradients into one vector.
     *
     * @param gradients the gradients
     * @param g where to put them; parameters without a gradient are left out
     * @throws IllegalArgumentException if a gradient was taken before its parameter got its present value
     */
    public void gather(Gradients gradients, double[] g) {
        int offset = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            Parameter parameter = entry.getValue();
            if (gradients.contains(parameter)) {
                if (!gradients.isCurrent(parameter)) {
                    throw new IllegalArgumentException(
                            ("the gradient of %s is stale: it was taken at a value that has been replaced since; "
                                            + "compute the loss and its gradients anew before each step")
                                    .formatted(entry.getKey()));
                }
                gradients.of(parameter).copyTo(g, offset);
            }
            offset += parameter.shape().size();
        }
    }
}
