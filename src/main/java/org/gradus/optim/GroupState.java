package org.gradus.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** A group of parameters under way: its place in the optimizer's vector, what its rule remembers, and how many steps that has taken. */
final class GroupState {
    private final Group group;
    private final int start;
    private final Shape shape;
    private final int size;
    private final boolean foreign;
    private Schedule eta;
    private State state;
    private long steps;

    GroupState(Group group, int start) {
        this.group = group;
        this.start = start;
        this.eta = group.eta();
        this.shape = group.shape();
        this.size = shape.size();
        this.state = initial();
        this.foreign = foreign(state.rules());
    }

    /** What the rule remembers before its first step; a parameter that it cannot move is named. */
    private State initial() {
        try {
            return group.rule().init(shape);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "parameter %s: %s"
                            .formatted(String.join(", ", group.parameters().keySet()), e.getMessage()),
                    e);
        }
    }

    private static boolean foreign(List<UpdateRule> rules) {
        String ours = UpdateRule.class.getPackageName() + ".";
        return rules.stream().anyMatch(rule -> !rule.getClass().getName().startsWith(ours));
    }

    /** The learning rate at an update, 1 for the first. */
    double learningRate(long update) {
        return eta.at(update - 1);
    }

    /** The course of the learning rate may depend on how the validation loss went. */
    void see(List<Double> losses) {
        eta = group.eta().seeing(losses);
    }

    Group group() {
        return group;
    }

    int end() {
        return start + size;
    }

    State state() {
        return state;
    }

    /** The step to take at an update; refuses a learning rate that is none, and what the rule refuses. */
    Step step(long update, Optional<UnaryOperator<double[]>> elsewhere) {
        Step step = new Step(steps + 1, eta.at(update - 1), group.eta().at(0), update, elsewhere);
        group.rule().check(step);
        return step;
    }

    /** Writes the point that the model is to be judged at into a copy of θ; whether that is another than where it stands. */
    boolean judge(double[] theta) {
        String judged = group.rule().judged();
        if (steps == 0 || judged.equals(group.rule().equations().moved())) {
            return false;
        }
        System.arraycopy(state.vector(judged), 0, theta, start, size);
        return true;
    }

    /** Writes this group's part of θ_t. A group that is all of the vector needs no copies. */
    void update(double[] theta, double[] next, double[] g, Step step) {
        if (size == theta.length) {
            group.rule().update(theta, next, g, state, step);
        } else {
            double[] part = new double[size];
            group.rule().update(part(theta), part, part(g), state, step);
            System.arraycopy(part, 0, next, start, size);
        }
    }

    private double[] part(double[] vector) {
        return Arrays.copyOfRange(vector, start, end());
    }

    /** The step has been taken. */
    void count() {
        steps++;
    }

    /** Goes back to what was remembered before. */
    void restore(State before) {
        state = before;
    }

    /** Whether the rule, or one inside it, is none of this library's, of which nobody knows what it refuses in the middle of a step. */
    boolean isForeign() {
        return foreign;
    }

    /** The rule starts anew: for it, t = 1 is the next step. */
    void begin() {
        state = initial();
        steps = 0;
    }

    Memory save() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        state.save().forEach((symbol, value) -> values.put(symbol, Tensor.of(value)));
        return new Memory(group.rule().name(), names(), steps, values);
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
        steps = memory.steps();
    }

    List<String> names() {
        return List.copyOf(group.parameters().keySet());
    }

    private static Map<String, double[]> arrays(Memory memory) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        memory.values().forEach((symbol, value) -> arrays.put(symbol, value.toArray()));
        return arrays;
    }
}
