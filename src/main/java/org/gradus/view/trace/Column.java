package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.equation.Line;
import org.gradus.equation.Symbol;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;

/**
 * One column of a table of all symbols: a scalar symbol, or one coordinate of a vector.
 *
 * @param symbol the symbol, such as {@code m̂_t}
 * @param coordinate which coordinate, or {@link #SCALAR}
 */
record Column(String symbol, int coordinate) {
    static final int SCALAR = -1;

    /** A symbol from its text, such as {@code m̂_{t−1}}. */
    static Symbol symbol(String text) {
        return Line.parse(text + " = 0").left();
    }

    /** The columns of a trace, symbol by symbol in the order of computation. */
    static List<Column> of(Trace trace) {
        List<Column> columns = new ArrayList<>();
        sizes(trace).forEach((symbol, size) -> {
            for (int i = 0; i < size; i++) {
                columns.add(new Column(symbol, size == 1 ? SCALAR : i));
            }
        });
        return columns;
    }

    /** How many numbers each symbol has; a vector may be one number as long as all of its elements are equal, as in m_0 = 0. */
    static Map<String, Integer> sizes(Trace trace) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        trace.symbols().forEach(symbol -> sizes.put(symbol, 1));
        for (TraceStep step : trace.steps()) {
            step.values().forEach((symbol, value) -> sizes.merge(symbol, value.length, Math::max));
        }
        return sizes;
    }

    String head() {
        return coordinate == SCALAR ? symbol : symbol + "[" + coordinate + "]";
    }

    /** The number at a step; null where the symbol has no value. */
    Double at(TraceStep step) {
        double[] value = step.values().get(symbol);
        if (value == null) {
            return null;
        }
        return value[value.length == 1 ? 0 : coordinate];
    }
}
