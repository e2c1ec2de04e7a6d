package org.gradus.tensor;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a model as one vector θ, as on the slides: where each begins in it, how θ is read and replaced, and how the gradients
 * line up with it.
 *
 * <p>Numbers are copied only where several parameters meet in one array. A parameter that is the whole vector shares its array with θ, and its
 * gradient with g.
 */
public final class ParameterVector {
    private final Map<String, Parameter> parameters;
    private final Parameter[] ordered;
    private final int size;
    private final Tensor[] published; // the parameters' values when θ was read or published last
    private double[] theta; // null before
    private double[] former; // the θ before, if it is of no use any more; or null

    /**
     * The vector of some parameters, in the order given.
     *
     * @param parameters the parameters by path, as {@code Layer.trainable()} gives them
     * @throws ArithmeticException if they have more than 2³¹ − 1 numbers
     */
    public ParameterVector(Map<String, Parameter> parameters) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.ordered = this.parameters.values().toArray(Parameter[]::new);
        this.published = new Tensor[ordered.length];
        int numbers = 0;
        for (Parameter parameter : ordered) {
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

    /** {@return θ as it is now; the array itself, not to be changed, which after a step may become {@link #room} for the one after} */
    public double[] theta() {
        if (theta == null || !isPublished()) {
            theta = ordered.length == 1 ? ordered[0].value().data : new double[size];
            int offset = 0;
            for (int i = 0; i < ordered.length; i++) {
                published[i] = ordered[i].value();
                if (ordered.length > 1) {
                    published[i].copyTo(theta, offset);
                }
                offset += published[i].data.length;
            }
        }
        return theta;
    }

    private boolean isPublished() {
        for (int i = 0; i < ordered.length; i++) {
            if (ordered[i].value() != published[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return an array for θ after the next step, to be filled from end to end and published; it may hold old numbers} */
    public double[] room() {
        double[] room = former == null ? new double[size] : former;
        former = null;
        return room;
    }

    /**
     * Gives every parameter its new numbers.
     *
     * @param next θ after the step; it belongs to the parameters from now on and is not to be changed
     * @throws IllegalArgumentException if it has not as many numbers as the parameters; these stay as they were
     */
    public void publish(double[] next) {
        if (next.length != size) {
            throw new IllegalArgumentException(
                    "parameter vector: %s numbers were given for %s; give one for each".formatted(next.length, this));
        }
        former = ordered.length > 1 && theta != next
                ? theta
                : null; // a single one is a parameter's value, which may be in use
        theta = next;
        int offset = 0;
        for (int i = 0; i < ordered.length; i++) {
            if (ordered.length == 1) {
                ordered[i].adopt(next);
            } else {
                ordered[i].set(next, offset);
            }
            published[i] = ordered[i].value();
            offset += published[i].data.length;
        }
    }

    /**
     * Copies the gradients into one vector.
     *
     * @param gradients the gradients
     * @param g where to put them; parameters without a gradient are left out
     * @throws IllegalArgumentException if a gradient was not taken at its parameter's present value; nothing has been copied then
     */
    void gather(Gradients gradients, double[] g) {
        requireCurrent(gradients);
        int offset = 0;
        for (Parameter parameter : ordered) {
            if (gradients.contains(parameter)) {
                gradients.of(parameter).copyTo(g, offset);
            }
            offset += parameter.shape().size();
        }
    }

    /**
     * {@return the gradients as one vector}
     *
     * @param gradients the gradients
     * @param room an array of this vector's size, which is filled and returned unless one gradient is the whole vector: then that one's own
     *     array is returned, which is not to be changed; 0 stands where there is no gradient
     * @throws IllegalArgumentException if a gradient was not taken at its parameter's present value; nothing has been copied then
     */
    public double[] gathered(Gradients gradients, double[] room) {
        requireCurrent(gradients);
        if (ordered.length == 1 && gradients.contains(ordered[0])) {
            return gradients.of(ordered[0]).data;
        }
        for (Parameter parameter : ordered) {
            if (!gradients.contains(parameter)) {
                Arrays.fill(room, 0);
                break;
            }
        }
        gather(gradients, room);
        return room;
    }

    private void requireCurrent(Gradients gradients) {
        boolean current = true;
        for (Parameter parameter : ordered) {
            current &= gradients.isCurrent(parameter) || !gradients.contains(parameter);
        }
        if (!current) {
            List<String> stale = parameters.entrySet().stream()
                    .filter(entry -> gradients.contains(entry.getValue()) && !gradients.isCurrent(entry.getValue()))
                    .map(entry -> entry.getKey() + " " + entry.getValue().shape())
                    .toList();
            throw new IllegalArgumentException(
                    ("the gradient of %s is stale: the loss was computed, at least in part, from a value that has been replaced "
                                    + "since; compute the loss and its gradients anew before each step")
                            .formatted(String.join(", ", stale)));
        }
    }

    /** How many numbers of how many parameters. */
    @Override
    public String toString() {
        return "vector of %s numbers in %s parameters".formatted(size, ordered.length);
    }
}
