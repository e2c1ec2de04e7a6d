package org.gradus.optim;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gradus.equation.Equations;

/**
 * What a rule remembers from step to step, by the lecture's symbols: vectors as long as θ, single numbers, and, where the rule wraps another,
 * that one's state. It holds these numbers and no others.
 */
public final class State {
    private final String rule;
    private final int size;
    private final Map<String, double[]> values = new LinkedHashMap<>(); // a scalar is an array of one
    private State inner;
    private Set<String> primed = Set.of(); // the symbols that get a prime where the wrapped rule has them

    private State(String rule, int size) {
        this.rule = rule;
        this.size = size;
    }

    /**
     * {@return a state whose vectors are all 0}
     *
     * @param rule the rule it is for
     * @param size the number of parameters
     * @param vectors the symbols of the vectors, such as {@code m} and {@code v}; none for a rule without memory
     */
    public static State of(UpdateRule rule, int size, String... vectors) {
        State state = new State(rule.name(), size);
        for (String name : vectors) {
            state.values.put(name, new double[size]);
        }
        return state;
    }

    /**
     * {@return this state with a single number added}
     *
     * @param name its symbol
     * @param start its initial value
     */
    public State withScalar(String name, double start) {
        values.put(name, new double[] {start});
        return this;
    }

    /**
     * {@return this state with that of a wrapped rule inside}
     *
     * @param wrapped the state of the wrapped rule
     * @param symbols the wrapper's own symbols; the wrapped rule's get a prime where they are the same, as {@link Equations#primed} gives it
     */
    public State around(State wrapped, Set<String> symbols) {
        inner = wrapped;
        primed = Set.copyOf(symbols);
        return this;
    }

    /**
     * {@return a vector by its symbol: the array itself, for the rule to update}
     *
     * @param name its symbol, one of {@link #names}
     * @throws IllegalArgumentException if there is no such vector
     */
    public double[] vector(String name) {
        double[] value = values.containsKey(name) ? values.get(name) : all().get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "state: there is no vector %s, only %s; use a state that this rule's init made"
                            .formatted(name, names()));
        }
        return value;
    }

    /**
     * {@return a single number by its symbol}
     *
     * @param name its symbol
     */
    public double scalar(String name) {
        return vector(name)[0];
    }

    /**
     * Sets a single number.
     *
     * @param name its symbol
     * @param value the number
     */
    public void set(String name, double value) {
        vector(name)[0] = value;
    }

    /** {@return the state of the wrapped rule} */
    public State inner() {
        return inner;
    }

    /**
     * Refuses arguments of a step that do not belong together; every rule asks for this first.
     *
     * @param stepped the rule that is to take the step
     * @param theta the parameters
     * @param g the gradient
     * @throws IllegalArgumentException if the state is another rule's, or the sizes differ
     */
    public void check(UpdateRule stepped, double[] theta, double[] g) {
        if (!rule.equals(stepped.name())) {
            throw new IllegalArgumentException("%s: the state given is one of %s; use a state that %s's init made"
                    .formatted(stepped.name(), rule, stepped.name()));
        }
        if (theta.length != size || g.length != size) {
            throw new IllegalArgumentException(
                    "%s: θ has %s parameters, the gradient %s and the state %s; all three must be the same"
                            .formatted(rule, theta.length, g.length, size));
        }
    }

    /** {@return the symbols of everything remembered, in the rule's order; a wrapped rule's get a prime where the wrapper has the same} */
    public Set<String> names() {
        return all().keySet();
    }

    /** {@return copies of everything remembered, by {@linkplain #names() name}; a single number as an array of one} */
    public Map<String, double[]> save() {
        Map<String, double[]> copies = all();
        copies.replaceAll((name, value) -> value.clone());
        return copies;
    }

    /**
     * Refuses what {@link #load} could not take over.
     *
     * @param saved values by name
     * @throws IllegalArgumentException if names or sizes are others than this state's
     */
    public void check(Map<String, double[]> saved) {
        Map<String, double[]> mine = all();
        if (!mine.keySet().equals(saved.keySet())) {
            throw new IllegalArgumentException(
                    "%s: its state is %s, the saved one has %s; load the state of the same rule"
                            .formatted(rule, mine.keySet(), saved.keySet()));
        }
        mine.forEach((name, value) -> {
            if (saved.get(name).length != value.length) {
                throw new IllegalArgumentException(
                        "%s: %s has %s numbers, the saved one %s; load the state of the same model"
                                .formatted(rule, name, value.length, saved.get(name).length));
            }
        });
    }

    /**
     * Takes over what {@link #save} gave.
     *
     * @param saved values by name
     * @throws IllegalArgumentException if names or sizes are others than this state's; nothing has changed then
     */
    public void load(Map<String, double[]> saved) {
        check(saved);
        all().forEach((name, value) -> System.arraycopy(saved.get(name), 0, value, 0, value.length));
    }

    private Map<String, double[]> all() {
        Map<String, double[]> all = new LinkedHashMap<>(values);
        if (inner != null) {
            inner.all()
                    .forEach((name, value) ->
                            all.put(primed.contains(name.replace("′", "")) ? name + "′" : name, value));
        }
        return all;
    }

    /** {@return a copy that shares nothing with this state} */
    public State copy() {
        State copy = new State(rule, size);
        values.forEach((name, value) -> copy.values.put(name, Arrays.copyOf(value, value.length)));
        copy.inner = inner == null ? null : inner.copy();
        copy.primed = primed;
        return copy;
    }
}
