package org.gradus.view.trace;

import java.util.List;
import java.util.Map;
import org.gradus.equation.Equations;
import org.gradus.equation.Given;
import org.gradus.equation.Index;
import org.gradus.equation.Line;
import org.gradus.equation.Symbol;
import org.gradus.equation.Values;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;

/** The value of any symbol at any step of a trace, the start included, so that parts of its formulas can be computed again. */
final class History {
    private static final Index START = new Index.Fixed(0);
    private static final Symbol ROWS = new Symbol("rows", new Index.None());
    private static final Symbol COLUMNS = new Symbol("columns", new Index.None());

    private final Trace trace;
    private final Equations equations;

    History(Trace trace) {
        this.trace = trace;
        this.equations = trace.rule().equations();
    }

    int steps() {
        return trace.steps().size();
    }

    /** What a symbol was at a step, 0 for the start; null if it had no value. */
    private double[] value(String name, long step) {
        Given given = equations.givens().get(name);
        if (given != null) {
            return given.at(step, trace.start().size());
        }
        for (int offset = -1; offset <= 1; offset++) { // at step t the trace has g_{t−1}, m_t and what is defined ahead
            double[] value = values(step - offset).get(new Symbol(name, new Index.Relative(offset)).text());
            if (value != null) {
                return value;
            }
        }
        return step == 0 ? initial(name) : null;
    }

    private Map<String, double[]> values(long t) {
        List<TraceStep> steps = trace.steps();
        return t < 1 || t > steps.size() ? Map.of() : steps.get((int) t - 1).values();
    }

    private double[] initial(String name) {
        if (name.equals(equations.moved())) {
            return trace.start().stream().mapToDouble(Double::doubleValue).toArray();
        }
        if (name.equals("η")) { // η_0 is the learning rate of the first update
            return new double[] {trace.eta().at(0)};
        }
        for (Line line : equations.lines()) {
            if (line.left().equals(new Symbol(name, START)) && line.condition().holds(at(0))) {
                return line.right().value(at(0));
            }
        }
        return null;
    }

    /** Whether a line defined its symbol at a step; initial values and constants hold throughout. */
    boolean applied(Line line, long t) {
        return holdsThroughout(line) || linesOf(line.left(), t).contains(line);
    }

    /** Whether a line defined an element of its symbol at a step: it is the first of those that applied and whose condition holds there. */
    boolean applied(Line line, long t, int element) {
        for (Line each : linesOf(line.left(), t)) {
            boolean[] where = each.where().elements(at(t));
            if (where[where.length == 1 ? 0 : element]) {
                return each.equals(line);
            }
        }
        return false;
    }

    private List<Line> linesOf(Symbol symbol, long t) {
        return trace.steps()
                .get((int) t - 1)
                .lines()
                .getOrDefault(general(symbol).text(), List.of());
    }

    /** A symbol of a certain step under its general name: v_1 as v_t. */
    static Symbol general(Symbol symbol) {
        return symbol.index() instanceof Index.Fixed ? new Symbol(symbol.name(), new Index.Relative(0)) : symbol;
    }

    /** Whether a line is not computed at the steps: it states an initial value or a constant. */
    static boolean holdsThroughout(Line line) {
        return line.left().index() instanceof Index.None || isInitial(line);
    }

    /** Whether a line states an initial value. */
    static boolean isInitial(Line line) {
        return line.left().index().equals(START);
    }

    /** The values as a line of step t finds them. */
    Values at(long t) {
        return new Values() {
            @Override
            public double[] of(Symbol symbol) {
                double[] value = History.this.of(symbol, t);
                if (value == null) {
                    throw new IllegalStateException("trace: %s has no value at step %s; the step's symbols are %s"
                            .formatted(symbol.text(), t, values(t).keySet()));
                }
                return value;
            }

            @Override
            public long t() {
                return t;
            }

            @Override
            public int rows() {
                return trace.start().size();
            }

            @Override
            public double[] gradient(double[] point) {
                return trace.landscape().gradient(point, t);
            }
        };
    }

    /** The value of a symbol in a line of step t; null if it has none. */
    double[] of(Symbol symbol, long t) {
        Double constant = equations.constants().get(symbol.text());
        if (constant != null) {
            return new double[] {constant};
        }
        if (symbol.equals(ROWS) || symbol.equals(COLUMNS)) {
            return new double[] {symbol.equals(ROWS) ? trace.start().size() : 0}; // a landscape's point is a vector
        }
        if (symbol.index() instanceof Index.Fixed fixed) {
            return value(symbol.name(), fixed.at());
        }
        if (symbol.index() instanceof Index.Relative relative) {
            return value(symbol.name(), t + relative.offset());
        }
        return symbol.name().equals("π")
                ? new double[] {Math.PI}
                : values(Math.max(t, 1)).get(symbol.text()); // such as η
    }
}
