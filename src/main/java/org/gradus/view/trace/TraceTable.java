package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Table;

/**
 * Every symbol of a rule at every step as a table: one row per step, and one column per scalar or per coordinate of a vector, such as
 * {@code m_t[0]}. Where a symbol has no value at a step, its cell is empty.
 */
public final class TraceTable {
    private TraceTable() {}

    /**
     * {@return the table for the console, with six significant digits, the decimal points below each other}
     *
     * <p>If it would be wider than 150 characters, it goes on in further blocks, each of which begins with the number of the step.
     *
     * @param trace the trace
     */
    public static String text(Trace trace) {
        return warning(trace) + new TextTable(trace).text();
    }

    /** That the rule's loop computes something else than its lines, which are what is shown; nothing if it does not, as it should. */
    private static String warning(Trace trace) {
        return trace.parting()
                .map(parting -> "The loop of %s parts from its equations, which are shown here: %s.\n\n"
                        .formatted(trace.rule().name(), parting))
                .orElse("");
    }

    /**
     * {@return the table as comma-separated values, with a head and every digit, so that reading a number gives the same bits}
     *
     * <p>NaN and the infinities are written {@code NaN}, {@code Infinity} and {@code -Infinity}.
     *
     * @param trace the trace
     */
    public static String csv(Trace trace) {
        return of(trace).csv();
    }

    /**
     * {@return the table as data}
     *
     * @param trace the trace
     */
    public static Table of(Trace trace) {
        List<Column> columns = Column.of(trace);
        List<String> head = new ArrayList<>(List.of("t", "loss"));
        columns.forEach(column -> head.add(column.head()));
        List<List<Object>> lines = new ArrayList<>();
        for (TraceStep step : trace.steps()) {
            List<Object> line = new ArrayList<>(List.of(step.t(), step.loss()));
            columns.forEach(column -> line.add(column.at(step)));
            lines.add(line);
        }
        return new Table(head, lines);
    }
}
