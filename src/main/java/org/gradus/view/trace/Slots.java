package org.gradus.view.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.gradus.equation.Call;
import org.gradus.equation.Dot;
import org.gradus.equation.Expression;
import org.gradus.equation.GradientAt;
import org.gradus.equation.Line;
import org.gradus.equation.Summation;
import org.gradus.equation.Symbol;
import org.gradus.equation.Time;
import org.gradus.equation.Times;
import org.gradus.equation.Transposed;
import org.gradus.view.MathMl;

/**
 * The places of a page in which its script writes numbers: elements that say which value belongs there.
 *
 * <p>{@code data-s} is the number of a series of values, one for each step. {@code data-b} is 1 where a negative number needs brackets, 2 where a
 * power of ten does as well. {@code data-c} is the coordinate, in a table.
 */
final class Slots {
    private final History history;
    private final PageData data;
    private final Map<String, Integer> series = new HashMap<>();

    Slots(History history, PageData data) {
        this.history = history;
        this.data = data;
    }

    /** The walk over formulas that puts a slot in place of every symbol, and of every sum over steps or coordinates. */
    MathMl numbers(Line line) {
        return new MathMl((part, place) -> {
            if (part instanceof Symbol symbol) {
                return Optional.of(slot(number(symbol), place));
            }
            return part instanceof Time || isWhole(part) ? Optional.of(value(part, line, place)) : Optional.empty();
        });
    }

    /** Whether a part has no numbers of its own for each coordinate: it is shown by its value. */
    static boolean isWhole(Expression part) {
        return part instanceof Summation
                || part instanceof Dot
                || part instanceof GradientAt
                || part instanceof Times
                || part instanceof Transposed
                || part instanceof Call call && !call.function().isElementwise();
    }

    /** A slot for the value of a formula of a line, at the steps where the line applied. */
    String value(Expression formula, Line line, MathMl.Place place) {
        int number = series.computeIfAbsent(
                formula.text() + " in " + line.text(),
                key -> add(t -> history.applied(line, t) ? formula.value(history.at(t)) : null));
        return slot(number, place);
    }

    /** A slot for a symbol in a formula. */
    String symbol(Symbol symbol) {
        return slot(number(symbol), MathMl.Place.FIRST);
    }

    /** A cell of a table, for one coordinate of a symbol. */
    String cell(Symbol symbol, int coordinate, String attributes) {
        return cell(number(symbol), coordinate, attributes);
    }

    /** A cell of a table, for one coordinate of a series. */
    static String cell(int series, int coordinate, String attributes) {
        return "<td class=\"slot\" data-s=\"%s\" data-c=\"%s\"%s></td>".formatted(series, coordinate, attributes);
    }

    private static String slot(int series, MathMl.Place place) {
        return "<mrow class=\"slot\" data-s=\"%s\" data-b=\"%s\"></mrow>".formatted(series, place.ordinal());
    }

    private int number(Symbol symbol) {
        return series.computeIfAbsent(symbol.text(), key -> add(t -> history.of(symbol, t)));
    }

    private int add(LongFunction<double[]> value) {
        return data.addSeries(
                LongStream.rangeClosed(1, history.steps()).mapToObj(value).toList());
    }
}
