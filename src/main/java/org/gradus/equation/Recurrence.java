package org.gradus.equation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Computes equations literally: line by line, symbol by symbol, each new value from the values of its line.
 *
 * <p>It shares no code with the loops of the rules, is slow, and keeps every value of every step: the oracle of tests, and the source of
 * every number that a trace shows.
 */
public final class Recurrence {
    private static final String GRADIENT = "g";
    private static final String LEARNING_RATE = "η";
    private static final Index START = new Index.Fixed(0);
    private static final Index BEFORE = new Index.Relative(-1);
    private static final Index PRESENT = new Index.Relative(0);

    private final Equations equations;
    private final int size;
    private final Map<String, double[]> constants = new HashMap<>();
    private final Map<String, Map<Long, double[]>> history = new HashMap<>();
    private final Map<String, double[]> definedOnce = new LinkedHashMap<>();
    private final Set<String> remembered;
    private long t;
    private UnaryOperator<double[]> gradient = point -> {
        throw new IllegalStateException("equation: there is no gradient before the first step");
    };

    /**
     * A recurrence before its first step.
     *
     * @param equations the lines
     * @param start where the parameters start; not changed
     * @throws IllegalStateException if an initial value cannot be computed
     */
    public Recurrence(Equations equations, double[] start) {
        this.equations = equations;
        this.size = start.length;
        this.remembered = remembered(equations);
        equations.constants().forEach((symbol, value) -> constants.put(symbol, new double[] {value}));
        constants.put(Symbol.PI, new double[] {Math.PI});
        remember(equations.moved(), 0, start.clone());
        Values values = new Now();
        for (Line line : equations.lines()) {
            Symbol left = line.left();
            boolean constant = left.index() instanceof Index.None && !constants.containsKey(left.text());
            if (constant && line.condition().holds(values)) {
                definedOnce.put(left.text(), line.right().value(values));
                constants.put(left.text(), definedOnce.get(left.text()));
            } else if (left.index().equals(START)
                    && appliesNow(left)
                    && line.condition().holds(values)) {
                remember(left.name(), 0, line.right().value(values));
            }
        }
    }

    /**
     * What is kept where no line gives it a new value: what the optimizer moves, and what lines define and then take from the step before. A
     * symbol that they define for t−1, such as a treated gradient, is not kept.
     */
    private static Set<String> remembered(Equations equations) {
        Set<String> defined = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (Line line : equations.lines()) {
            if (!line.left().index().equals(BEFORE)) {
                defined.add(line.left().name());
            }
            line.replace(leaf -> {
                if (leaf instanceof Symbol symbol && symbol.index().equals(BEFORE)) {
                    taken.add(symbol.name());
                }
                return leaf;
            });
        }
        taken.retainAll(defined);
        taken.add(equations.moved());
        return taken;
    }

    /**
     * Computes one step.
     *
     * @param eta the learning rate η
     * @param gradientAt the gradient of the loss as a function of the parameters
     * @return the values of all symbols
     * @throws IllegalStateException if a line uses a symbol that has no value
     */
    public Snapshot step(double eta, UnaryOperator<double[]> gradientAt) {
        t++;
        gradient = gradientAt;
        constants.put(LEARNING_RATE, new double[] {eta});
        Map<String, double[]> values = new LinkedHashMap<>();
        Map<String, Line> lines = new LinkedHashMap<>();
        Map<String, double[]> largestTerms = new LinkedHashMap<>();
        values.put(LEARNING_RATE, constants.get(LEARNING_RATE));
        values.putAll(definedOnce);
        Values now = new Now();
        for (Line line : equations.lines()) {
            Symbol left = line.left();
            if (appliesNow(left) && line.condition().holds(now)) {
                double[] value = line.right().value(now);
                remember(left.name(), stepOf(left.index()), value);
                lines.put(left.general().text(), line);
                largestTerms.put(left.general().text(), line.right().largestTerm(now));
                values.put(left.general().text(), value);
            } else if (left.index().equals(PRESENT) && at(left.name(), t) != null) {
                values.putIfAbsent(
                        left.text(), at(left.name(), t)); // known since the step before, where it was μ_{t+1}
            }
        }
        for (String name : remembered) {
            double[] before = at(name, t - 1);
            if (before != null && at(name, t) == null) {
                remember(name, t, before);
                values.put(new Symbol(name, PRESENT).text(), before);
            }
        }
        double[] g = at(GRADIENT, t - 1);
        if (g != null) {
            values.put(new Symbol(GRADIENT, new Index.Relative(-1)).text(), g);
        }
        return new Snapshot(t, values, lines, largestTerms);
    }

    /**
     * Moves the parameters, as a projection onto a feasible set does after a step.
     *
     * @param point where they are to be
     */
    public void moveTo(double[] point) {
        remember(equations.moved(), t, point.clone());
    }

    /** Whether a line that defines a symbol is for this step, and no line before it was. */
    private boolean appliesNow(Symbol left) {
        if (left.index() instanceof Index.None) {
            return false;
        }
        boolean ofThisStep = !(left.index() instanceof Index.Fixed fixed) || fixed.at() == t;
        return ofThisStep && at(left.name(), stepOf(left.index())) == null;
    }

    private long stepOf(Index index) {
        if (index instanceof Index.Fixed fixed) {
            return fixed.at();
        }
        if (index instanceof Index.Relative relative) {
            return t + relative.offset();
        }
        throw new IllegalStateException("equation: the index of a sum stands outside of it, in " + equations);
    }

    private void remember(String name, long step, double[] value) {
        history.computeIfAbsent(name, n -> new HashMap<>()).put(step, value);
    }

    private double[] at(String name, long step) {
        return history.getOrDefault(name, Map.of()).get(step);
    }

    /** The values at the present step. */
    private final class Now implements Values {
        @Override
        public double[] of(Symbol symbol) {
            double[] constant = constants.get(symbol.text());
            return constant != null ? constant : ofStep(symbol);
        }

        private double[] ofStep(Symbol symbol) {
            if (!(symbol.index() instanceof Index.None)) {
                long step = stepOf(symbol.index());
                Given given = equations.givens().get(symbol.name());
                double[] value = given != null ? given.at(step, size) : at(symbol.name(), step);
                if (value == null && symbol.name().equals(GRADIENT) && step == t - 1) {
                    value = gradient(at(equations.moved(), step));
                    remember(GRADIENT, step, value);
                }
                if (value != null) {
                    return value;
                }
            }
            throw new IllegalStateException(
                    "equation: %s has no value at step %d; a line before its use must define it, or one for step 0, in\n%s"
                            .formatted(symbol.text(), t, equations));
        }

        @Override
        public long t() {
            return t;
        }

        @Override
        public double[] gradient(double[] point) {
            return gradient.apply(point.clone()).clone();
        }
    }
}
