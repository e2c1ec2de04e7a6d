package org.gradus.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/** A group of parameters under way: its rule's state, and room for θ and the gradient as one vector each. */
final class GroupState {
    private final Group group;
    private State state;
    private long born; // how many steps the optimizer had taken when the rule took over
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
        group.rule().update(theta, g, state, new Step(t - born, learningRate(t)));
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

    /** The rule starts anew: for it, t = 1 is the step after so many. */
    void start(long steps) {
        state = group.rule().init(theta.length);
        born = steps;
    }

    Memory save() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        state.save().forEach((symbol, value) -> values.put(symbol, Tensor.of(value)));
        return new Memory(group.rule().name(), names(), born, values);
    }

    /** Whether a memory is that of a rule of the same name and state, about the same parameters. */
    boolean isOwn(Memory memory) {
        Map<String, Tensor> mine = save().values();
        return memory.rule().equals(group.rule().name())
                && memory.parameters().equals(names())
                && memory.values().keySet().equals(mine.keySet())
                && mine.entrySet().stream()
                        .allMatch(value -> memory.values()
                                .get(value.getKey())
                                .shape()
                                .equals(value.getValue().shape()));
    }

    /** Refuses a memory that cannot be loaded. */
    void check(Memory memory) {
        if (!memory.rule().equals(group.rule().name())) {
            throw new IllegalArgumentException(
                    "optimizer: the rule is %s, the saved one %s; use the same, or fork the run to go on with another"
                            .formatted(group.rule().name(), memory.rule()));
        }
        if (!memory.parameters().equals(names())) {
            throw new IllegalArgumentException(
                    "optimizer: %s optimizes %s, the saved one %s; load what the same groups saved"
                            .formatted(memory.rule(), names(), memory.parameters()));
        }
        state.check(arrays(memory));
    }

    void load(Memory memory) {
        state.load(arrays(memory));
        born = memory.born();
    }

    private List<String> names() {
        return List.copyOf(group.parameters().keySet());
    }

    private static Map<String, double[]> arrays(Memory memory) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        memory.values().forEach((symbol, value) -> arrays.put(symbol, value.toArray()));
        return arrays;
    }
}
