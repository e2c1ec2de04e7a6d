package org.gradus.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Computes equations literally: line by line, symbol by symbol, each new value from the values of its line.
 *
 * <p>It shares no code with the loops of the rules and is slow: the oracle of tests, and the source of every number that a trace shows. It keeps
 * the values that the lines refer to: those of the steps before that stand in them, and of all steps where a sum runs over them.
 */
public final class Recurrence {
    private static final String GRADIENT = "g";
    static final String LEARNING_RATE = "η";
    private static final String FIRST_LEARNING_RATE = LEARNING_RATE + "_0"; // unless it is a constant of the lines
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final Index START = new Index.Fixed(0);
    private static final Index BEFORE = new Index.Relative(-1);
    private static final Index PRESENT = new Index.Relative(0);

    private final Equations equations;
    private final int size;
    private final int columns; // 0 of a vector
    private final Map<String, double[]> constants = new LinkedHashMap<>();
    private final History history;
    private final Map<String, double[]> definedOnce = new LinkedHashMap<>();
    private final Set<String> remembered;
    private final Map<Summation, Settled> sums = new LinkedHashMap<>();
    private Map<String, Snapshot.Definition> definitions = new LinkedHashMap<>();
    private long t;
    private UnaryOperator<double[]> gradient = point -> {
        throw new IllegalStateException("equation: there is no gradient before the first step");
    };

    /** The terms of a sum that no step changes any more. */
    private record Settled(long first, long last, double[] sum) {}

    /**
     * A recurrence before its first step.
     *
     * @param equations the lines
     * @param start where the parameters start; not changed
     * @throws IllegalStateException if an initial value cannot be computed
     */
    public Recurrence(Equations equations, double[] start) {
        this(equations, start, 0);
    }

    /**
     * A recurrence of a matrix before its first step. The lines may use its numbers of {@code rows} and of {@code columns}.
     *
     * @param equations the lines
     * @param start where the parameters start, row by row; not changed
     * @param columns how many columns the matrix has; 0 for a vector
     * @throws IllegalStateException if an initial value cannot be computed
     */
    public Recurrence(Equations equations, double[] start, int columns) {
        this.equations = equations;
        this.size = start.length;
        this.columns = columns;
        this.remembered = remembered(equations);
        this.history = new History(equations);
        equations.constants().forEach((symbol, value) -> constants.put(symbol, new double[] {value}));
        constants.put(Symbol.PI, new double[] {Math.PI});
        constants.putIfAbsent(ROWS, new double[] {columns == 0 ? size : (double) size / columns});
        constants.putIfAbsent(COLUMNS, new double[] {columns});
        history.put(equations.moved(), 0, start.clone());
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
                define(line, values);
            }
        }
        history.keep();
    }

    /**
     * What is kept where no line gives it a new value: what the optimizer moves, what lines define and then take from the step before, and what
     * they define for some elements. A symbol that they define for t−1, such as a treated gradient, is not kept.
     */
    private static Set<String> remembered(Equations equations) {
        Set<String> defined = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Line line : equations.lines()) {
            if (!line.left().index().equals(BEFORE)) {
                defined.add(line.left().name());
            }
            if (!(line.where() instanceof Condition.Always)) {
                taken.add(line.left().name());
            }
            line.replace(leaf -> {
                if (leaf instanceof Symbol symbol && symbol.index().equals(BEFORE)) {
                    taken.add(symbol.name());
                }
                return leaf;
            });
        }
        defined.retainAll(taken);
        defined.add(equations.moved());
        return defined;
    }

    /**
     * Computes one step.
     *
     * @param eta the learning rate η
     * @param gradientAt the gradient of the loss as a function of the parameters
     * @return the values of all symbols
     * @throws IllegalStateException if a line uses a symbol that has no value; the recurrence is then where it was before the step
     */
    public Snapshot step(double eta, UnaryOperator<double[]> gradientAt) {
        t++;
        gradient = gradientAt;
        constants.put(LEARNING_RATE, new double[] {eta});
        constants.putIfAbsent(FIRST_LEARNING_RATE, new double[] {eta});
        definitions = new LinkedHashMap<>();
        try {
            Snapshot snapshot = computed();
            history.settle(t);
            return snapshot;
        } catch (RuntimeException e) {
            history.undo();
            t--;
            throw e;
        }
    }

    private Snapshot computed() {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put(LEARNING_RATE, constants.get(LEARNING_RATE));
        values.putAll(definedOnce);
        Values now = new Now();
        for (Line line : equations.lines()) {
            Symbol left = line.left();
            if (appliesNow(left) && line.condition().holds(now)) {
                define(line, now);
            }
            Symbol symbol = left.general();
            boolean defined = definitions.containsKey(symbol.text());
            if ((defined || symbol.index().equals(PRESENT)) && at(symbol) != null) {
                values.put(symbol.text(), at(symbol)); // perhaps since the step before, where it was μ_{t+1}
            }
        }
        for (String name : remembered) {
            double[] before = history.at(name, t - 1);
            if (before != null && history.at(name, t) == null) {
                history.put(name, t, before);
                values.put(new Symbol(name, PRESENT).text(), before);
            }
        }
        double[] g = history.at(GRADIENT, t - 1);
        if (g != null) {
            values.put(new Symbol(GRADIENT, BEFORE).text(), g);
        }
        definitions.keySet().retainAll(values.keySet());
        return new Snapshot(t, values, definitions);
    }

    /** Takes a line's elements over; those that no line defines stay as they were. */
    private void define(Line line, Values now) {
        Symbol left = line.left().general();
        Snapshot.Definition definition = definitions.computeIfAbsent(left.text(), symbol -> new Snapshot.Definition());
        definition.add(line, now);
        long step = stepOf(line.left().index());
        double[] before = history.at(left.name(), step - 1);
        if (definition.isComplete()) {
            history.put(left.name(), step, definition.value());
        } else if (remembered.contains(left.name()) && before != null) {
            definition.keep(before);
            history.put(left.name(), step, definition.value());
        }
    }

    /**
     * Moves the parameters, as a projection onto a feasible set does after a step.
     *
     * @param point where they are to be
     */
    public void moveTo(double[] point) {
        history.put(equations.moved(), t, point.clone());
        history.keep();
    }

    /** Whether a line that defines a symbol is for this step, and the lines before it have left elements to define. */
    private boolean appliesNow(Symbol left) {
        if (left.index() instanceof Index.None || left.index() instanceof Index.Fixed fixed && fixed.at() != t) {
            return false;
        }
        Snapshot.Definition definition = definitions.get(left.general().text());
        return definition == null ? history.at(left.name(), stepOf(left.index())) == null : !definition.isComplete();
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

    private double[] at(Symbol symbol) {
        return history.at(symbol.name(), stepOf(symbol.index()));
    }

    /** {@return how far it is} */
    @Override
    public String toString() {
        return "recurrence of %s, size %s, after step %s, with %s values kept"
                .formatted(equations.moved(), size, t, history.size());
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
                double[] value = given != null ? given.at(step, size).clone() : at(symbol);
                if (value == null && symbol.name().equals(GRADIENT) && step == t - 1) {
                    value = gradient(thetaBefore());
                    history.put(GRADIENT, step, value);
                }
                if (value != null) {
                    return value;
                }
            }
            throw equations.noValue(symbol, "step " + t);
        }

        private double[] thetaBefore() {
            return history.at(equations.moved(), t - 1);
        }

        /** Terms of the steps before the last are added once and for all. */
        @Override
        public double[] sum(Summation sum, long first, long last) {
            long settled = Math.min(last, t - 2);
            if (!sum.isOverStepsAlone(constants.keySet())) {
                return Values.super.sum(sum, first, last);
            }
            Settled known = sums.get(sum);
            if (known == null || known.first != first || known.last > settled) {
                known = new Settled(first, first - 1, new double[] {0});
            }
            if (known.last < settled) {
                known = new Settled(first, settled, sum.add(known.sum, known.last + 1, settled, this));
                sums.put(sum, known);
            }
            return sum.add(known.sum, known.last + 1, last, this);
        }

        @Override
        public long t() {
            return t;
        }

        @Override
        public int rows() {
            return columns == 0 ? size : size / columns;
        }

        @Override
        public int columns() {
            return Math.max(1, columns);
        }

        @Override
        public double[] gradient(double[] point) {
            return gradient.apply(point.clone()).clone();
        }
    }

    /** The values by symbol and step: as many as the lines refer to. */
    private static final class History {
        private final Map<String, Map<Long, double[]>> values = new LinkedHashMap<>();
        private final Map<String, Integer> furthestBack = new LinkedHashMap<>();
        private final Set<Symbol> forEver = new LinkedHashSet<>();
        private final Set<String> allSteps = new LinkedHashSet<>();
        private final List<Runnable> undo = new ArrayList<>();

        History(Equations equations) {
            for (Line line : equations.lines()) {
                line.replace(leaf -> {
                    if (leaf instanceof Symbol symbol) {
                        note(symbol);
                    }
                    return leaf;
                });
            }
        }

        private void note(Symbol symbol) {
            if (symbol.index() instanceof Index.Named) {
                allSteps.add(symbol.name());
            } else if (symbol.index() instanceof Index.Fixed) {
                forEver.add(symbol);
            } else if (symbol.index() instanceof Index.Relative relative) {
                furthestBack.merge(symbol.name(), -relative.offset(), Math::max);
            }
        }

        double[] at(String name, long step) {
            return values.getOrDefault(name, Map.of()).get(step);
        }

        int size() {
            return values.values().stream().mapToInt(Map::size).sum();
        }

        void put(String name, long step, double[] value) {
            Map<Long, double[]> steps = values.computeIfAbsent(name, n -> new LinkedHashMap<>());
            double[] before = steps.put(step, value);
            undo.add(() -> {
                if (before == null) {
                    steps.remove(step);
                } else {
                    steps.put(step, before);
                }
            });
        }

        /** Makes what was put final. */
        void keep() {
            undo.clear();
        }

        /** Makes what was put at a step final, and forgets what no line of a later step refers to. */
        void settle(long t) {
            keep();
            values.forEach((name, steps) -> {
                long oldest = t + 1 - Math.max(1, furthestBack.getOrDefault(name, 1));
                if (!allSteps.contains(name)) {
                    steps.keySet()
                            .removeIf(step ->
                                    step < oldest && !forEver.contains(new Symbol(name, new Index.Fixed(step))));
                }
            });
        }

        /** As it was when the last step was settled. */
        void undo() {
            for (int i = undo.size() - 1; i >= 0; i--) {
                undo.get(i).run();
            }
            undo.clear();
        }
    }
}
