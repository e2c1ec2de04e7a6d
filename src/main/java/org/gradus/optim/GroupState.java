package org.gradus.optim;

import java.util.Map;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/** A group of parameters under way: its rule's state, and room for θ and the gradient as one vector each. */
final class GroupState {
    private final Group group;
    private final State state;
    private final double[] theta;
    private final double[] g;

    GroupState(Group group) {
        this.group = group;
        int size = 0;
        for (Parameter parameter : group.parameters().values()) {
            size = Math.addExact(size, parameter.shape().size());
        }
        this.state = group.rule().init(size);
        this.theta = new double[size];
        this.g = new double[size];
    }

    /** Copies the gradients into one vector, unless one of them is NaN or infinite. */
    void gather(Gradients gradients, long t) {
        int offset = 0;
        for (Map.Entry<String, Parameter> entry : group.parameters().entrySet()) {
            Tensor gradient = gradients.of(entry.getValue());
            gradient.copyTo(g, offset);
            int end = offset + gradient.shape().size();
            checkFinite(entry.getKey(), offset, end, t);
            offset = end;
        }
    }

    private void checkFinite(String name, int start, int end, long t) {
        for (int i = start; i < end; i++) {
            if (!Double.isFinite(g[i])) {
                throw new IllegalArgumentException(
                        ("step %s: the gradient of parameter %s is %s at element %s; the parameters stay as they were. "
                                        + "A smaller learning rate or gradient clipping may help")
                                .formatted(t, name, g[i], i - start));
            }
        }
    }

    /** Takes the step with the gradients gathered. */
    void update(long t) {
        int offset = 0;
        for (Parameter parameter : group.parameters().values()) {
            parameter.value().copyTo(theta, offset);
            offset += parameter.shape().size();
        }
        group.rule().update(theta, g, state, new Step(t, learningRate(t)));
        offset = 0;
        for (Parameter parameter : group.parameters().values()) {
            parameter.set(theta, offset);
            offset += parameter.shape().size();
        }
    }

    double learningRate(long t) {
        return group.rule().eta().at(t - 1);
    }

    State state() {
        return state;
    }
}
