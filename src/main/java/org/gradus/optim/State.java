package org.gradus.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.equation.Equations;
import org.gradus.equation.Spelling;
import org.gradus.tensor.Shape;

/**
 * What a rule remembers from step to step, by the lecture's symbols: vectors, most as long as θ, single numbers, and, where the rule wraps another,
 * that one's state. It holds these numbers and no others.
 */
public final class State {
    private final UpdateRule rule;
    private final Shape shape;
    private final Map<String, double[]> values = new LinkedHashMap<>(); // a scalar is an array of one
    private final Set<String> scalars = new LinkedHashSet<>();
    private State inner; // null if the rule wraps none
    private Set<String> primed = Set.of(); // the symbols that get a prime where the wrapped rule has them

    private State(UpdateRule rule, Shape shape) {
        this.rule = rule;
        this.shape = shape;
    }

    /**
     * {@return a state whose vectors are all 0}
     *
     * @param rule the rule it is for
     * @param size the number of parameters
     * @param vectors the symbols of the vectors, such as {@code m} and {@code v}; none for a rule without memory
     */
    public static State of(UpdateRule rule, int size, String... vectors) {
        return of(rule, Shape.of(size), vectors);
    }

    /**
     * {@return a state whose vectors are all 0, of a rule that knows the shape of what it moves}
     *
     * @param rule the rule it is for
     * @param shape the shape of the parameters
     * @param vectors the symbols of the vectors, each with as many numbers as there are parameters
     */
    public static State of(UpdateRule rule, Shape shape, String... vectors) {
        State state = new State(rule, shape);
        for (String name : vectors) {
            state.values.put(normalized(name), new double[shape.size()]);
        }
        return state;
    }

    /**
     * {@return this state with a further vector of any length}
     *
     * @param name its symbol
     * @param start its initial numbers
     */
    public State withVector(String name, double... start) {
        values.put(normalized(name), start.clone());
        return this;
    }

    /**
     * {@return this state with a single number added}
     *
     * @param name its symbol
     * @param start its initial value
     */
    public State withScalar(String name, double start) {
        values.put(normalized(name), new double[] {start});
        scalars.add(normalized(name));
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
        primed = symbols.stream().map(State::normalized).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /** As the lecture writes it, whether an accent is a character of its own or one with its letter or a word, as in {@code mHat}. */
    private static String normalized(String symbol) {
        return Spelling.lecture(symbol);
    }

    /**
     * {@return a vector by its symbol: the array itself, for the rule to update}
     *
     * @param name its symbol, one of {@link #names}
     * @throws IllegalArgumentException if there is no such vector
     */
    public double[] vector(String name) {
        double[] value = found(name);
        if (allScalars().contains(symbol(name))) {
            throw new IllegalArgumentException("state of %s: %s is a single number, not a vector; use scalar(\"%s\")"
                    .formatted(rule.name(), name, name));
        }
        return value;
    }

    /**
     * {@return a single number by its symbol}
     *
     * @param name its symbol
     * @throws IllegalArgumentException if there is no such number
     */
    public double scalar(String name) {
        return scalarCell(name)[0];
    }

    /**
     * Sets a single number.
     *
     * @param name its symbol
     * @param value the number
     * @throws IllegalArgumentException if there is no such number
     */
    public void set(String name, double value) {
        scalarCell(name)[0] = value;
    }

    private double[] scalarCell(String name) {
        double[] value = found(name);
        if (!allScalars().contains(symbol(name))) {
            throw new IllegalArgumentException(
                    "state of %s: %s is a vector of %s numbers, not a single one; use vector(\"%s\")"
                            .formatted(rule.name(), name, value.length, name));
        }
        return value;
    }

    /** The symbol that a name means; most rules ask by the symbol itself, which need not be spelled out at every step. */
    private String symbol(String name) {
        return values.containsKey(name) ? name : normalized(name);
    }

    private double[] found(String name) {
        String symbol = symbol(name);
        double[] value = values.containsKey(symbol) ? values.get(symbol) : all().get(symbol);
        if (value == null) {
            throw new IllegalArgumentException("state of %s: there is no %s, only %s; use a state that its init made"
                    .formatted(rule.name(), name, names()));
        }
        return value;
    }

    /** {@return the state of the wrapped rule; null if the rule wraps none} */
    public State inner() {
        return inner;
    }

    /** {@return how many parameters it is for} */
    public int size() {
        return shape.size();
    }

    /** {@return the shape of the parameters it is for; to a rule that sees them as one vector it has one axis} */
    public Shape shape() {
        return shape;
    }

    /** The rule it is for, and, from the outside in, the rules that wraps. */
    List<UpdateRule> rules() {
        List<UpdateRule> rules = new ArrayList<>();
        for (State state = this; state != null; state = state.inner) {
            rules.add(state.rule);
        }
        return rules;
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
        if (!mine.keySet().equals(normalized(saved).keySet())) {
            throw new IllegalArgumentException(
                    "%s: its state is %s, the saved one has %s; load the state of the same rule"
                            .formatted(rule.name(), mine.keySet(), saved.keySet()));
        }
        mine.forEach((name, value) -> {
            double[] other = normalized(saved).get(name);
            if (other.length != value.length) {
                throw new IllegalArgumentException(
                        "%s: %s has %s numbers, the saved one %s; load the state of the same model"
                                .formatted(rule.name(), name, value.length, other.length));
            }
        });
    }

    private static Map<String, double[]> normalized(Map<String, double[]> saved) {
        Map<String, double[]> byName = new LinkedHashMap<>();
        saved.forEach((name, value) -> byName.put(normalized(name), value));
        return byName;
    }

    /**
     * Takes over what {@link #save} gave.
     *
     * @param saved values by name
     * @throws IllegalArgumentException if names or sizes are others than this state's; nothing has changed then
     */
    public void load(Map<String, double[]> saved) {
        check(saved);
        Map<String, double[]> byName = normalized(saved);
        all().forEach((name, value) -> System.arraycopy(byName.get(name), 0, value, 0, value.length));
    }

    private Map<String, double[]> all() {
        Map<String, double[]> all = new LinkedHashMap<>(values);
        if (inner != null) {
            inner.all().forEach((name, value) -> all.put(outside(name), value));
        }
        return all;
    }

    private Set<String> allScalars() {
        Set<String> all = new LinkedHashSet<>(scalars);
        if (inner != null) {
            inner.allScalars().forEach(name -> all.add(outside(name)));
        }
        return all;
    }

    /** The name that a symbol of the wrapped rule has here. */
    private String outside(String name) {
        return primed.contains(name.replace("′", "")) ? name + "′" : name;
    }

    /** {@return a copy that shares nothing with this state} */
    public State copy() {
        State copy = new State(rule, shape);
        values.forEach((name, value) -> copy.values.put(name, Arrays.copyOf(value, value.length)));
        copy.scalars.addAll(scalars);
        copy.inner = inner == null ? null : inner.copy();
        copy.primed = primed;
        return copy;
    }

    /** Whose it is and what it holds, as in {@code adam: m, v of 3 parameters}, without the numbers. */
    @Override
    public String toString() {
        String symbols = names().isEmpty() ? "nothing" : String.join(", ", names());
        return "%s: %s of %s parameters".formatted(rule.name(), symbols, size());
    }
}
