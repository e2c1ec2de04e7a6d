package org.gradus.view.trace;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gradus.equation.Condition;
import org.gradus.equation.Expression;
import org.gradus.equation.Line;
import org.gradus.equation.Literal;
import org.gradus.equation.Symbol;
import org.gradus.trace.Trace;
import org.gradus.view.MathMl;

/** The lecture's lines, each with the numbers of the chosen step below it; those that did not apply at the step are dimmed. */
final class LinesPanel {
    private static final MathMl SYMBOLS = MathMl.symbols();

    private final Trace trace;
    private final History history;
    private final Slots slots;
    private final PageData data;

    LinesPanel(Trace trace, History history, Slots slots, PageData data) {
        this.trace = trace;
        this.history = history;
        this.slots = slots;
        this.data = data;
    }

    String html() {
        List<Line> lines = trace.rule().equations().lines();
        String start = lines.stream()
                .filter(History::isInitial)
                .map(line -> "<span class=\"initial\">%s<math><mo>=</mo></math>%s</span>"
                        .formatted(SYMBOLS.of(line.left()), SYMBOLS.of(line.right())))
                .collect(Collectors.joining("\n"));
        String steps = lines.stream()
                .filter(line -> !History.isInitial(line))
                .map(this::line)
                .collect(Collectors.joining());
        return (start.isEmpty() ? "" : "<p class=\"initials\">" + start + "</p>\n") + "<div class=\"lines\">\n" + steps
                + "</div>\n";
    }

    private String line(Line line) {
        return """
                <div class="line%s" data-line="%s"%s>
                <span class="left">%s</span><span class="equals">=</span><span class="right">%s%s</span>
                %s</div>
                """.formatted(
                        isChoice(line) ? " choice" : "",
                        data.addLine(steps(t -> history.applied(line, t))),
                        where(line),
                        SYMBOLS.of(line.left()),
                        SYMBOLS.pieces(line.right()),
                        condition(line),
                        numbers(line));
    }

    /** Of lines that hold for some coordinates only: at which steps this one does, for each that can be chosen. */
    private String where(Line line) {
        Symbol defined = History.general(line.left());
        boolean everywhere = trace.rule().equations().lines().stream()
                .filter(other -> History.general(other.left()).equals(defined))
                .allMatch(other -> other.where() instanceof Condition.Always);
        if (everywhere) {
            return "";
        }
        return IntStream.range(0, Math.min(trace.start().size(), PageData.MOST_COORDINATES))
                .mapToObj(i -> String.valueOf(data.addLine(steps(t -> history.applied(line, t, i)))))
                .collect(Collectors.joining(",", " data-where=\"", "\""));
    }

    /** Whether the line is one of several for the same symbol, or has a condition of its own. */
    private boolean isChoice(Line line) {
        Symbol defined = History.general(line.left());
        long lines = trace.rule().equations().lines().stream()
                .filter(other -> !History.isInitial(other))
                .filter(other -> History.general(other.left()).equals(defined))
                .count();
        boolean always = line.condition() instanceof Condition.Always && line.where() instanceof Condition.Always;
        return lines > 1 || !always;
    }

    private String steps(LongPredicate holds) {
        return LongStream.rangeClosed(1, history.steps())
                .mapToObj(t -> holds.test(t) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private String condition(Line line) {
        List<Condition.Comparison> when = MathMl.comparisons(line.condition());
        List<Condition.Comparison> where = MathMl.comparisons(line.where());
        String steps = when.isEmpty()
                ? ""
                : " <span class=\"if\">if %s</span><span class=\"since\">: %s</span>"
                        .formatted(joined(when, SYMBOLS), joined(when, slots.numbers(line)));
        // no numbers: it holds for some coordinates and not for others
        String elements =
                where.isEmpty() ? "" : " <span class=\"if\">where %s</span>".formatted(joined(where, SYMBOLS));
        return steps + elements;
    }

    private static String joined(List<Condition.Comparison> comparisons, MathMl walk) {
        return comparisons.stream().map(walk::of).collect(Collectors.joining(" and "));
    }

    private String numbers(Line line) {
        return """
                <span class="equals numbers">=</span><span class="right numbers">%s%s</span>
                """.formatted(slots.numbers(line).pieces(line.right()), isPlain(line.right()) ? "" : result(line));
    }

    /** Whether the line with its numbers is but one number, so that there is nothing to compute. */
    private static boolean isPlain(Expression right) {
        return right instanceof Literal || right instanceof Symbol || Slots.isWhole(right);
    }

    private String result(Line line) {
        String symbol = slots.symbol(History.general(line.left()));
        String projected = steps(t -> isProjected(line, t));
        if (!projected.contains("1")) {
            return "<wbr>" + equal(symbol);
        }
        String computed = slots.value(line.right(), line, MathMl.Place.FIRST);
        return "<wbr>%s<span class=\"note\" data-line=\"%s\">, but the nearest feasible point is %s</span>"
                .formatted(equal(computed), data.addLine(projected), "<math>" + symbol + "</math>");
    }

    private static String equal(String number) {
        return "<span class=\"result\"><math><mo form=\"infix\">=</mo>" + number + "</math></span>";
    }

    /** Whether the landscape moved what the line computed. */
    private boolean isProjected(Line line, long t) {
        if (!line.left().name().equals(trace.rule().equations().moved()) || !history.applied(line, t)) {
            return false;
        }
        double[] computed = line.right().value(history.at(t));
        double[] reached = history.of(History.general(line.left()), t);
        return IntStream.range(0, reached.length)
                .filter(i -> history.applied(line, t, i))
                .anyMatch(i -> Double.compare(computed[computed.length == 1 ? 0 : i], reached[i]) != 0);
    }
}
