package org.gradus.view.trace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.chart.Palette;
import org.gradus.optim.Rules;
import org.gradus.trace.Trace;
import org.gradus.view.Receipt;

/**
 * A trace as a page with a slider: the path on the landscape up to a step, and beside it the lecture's lines with the numbers of that step filled
 * in.
 *
 * <p>Of several lines for one symbol, the one that applied stands out and the others are dimmed. The arrow keys go step by step, the space bar
 * plays; {@code page.html#step=7} opens at a certain step. The page is one file that refers to nothing outside itself.
 */
public final class TracePage {
    private static final int MOST_IN_A_VECTOR = 3;

    private TracePage() {}

    /**
     * {@return the page, as HTML}
     *
     * @param trace the trace
     */
    public static String html(Trace trace) {
        return html(trace, Receipt.none());
    }

    /**
     * {@return the page with its receipt, as HTML}
     *
     * @param trace the trace
     * @param receipt where the page is from
     */
    public static String html(Trace trace, Receipt receipt) {
        PageData data = new PageData();
        History history = new History(trace);
        Slots slots = new Slots(history, data);
        String rule = trace.rule().name();
        Walk walk = new Walk(trace, rule, color(rule), 0);
        String body = """
                <main>
                %s<section class="panel">
                %s</section>
                </main>
                <section class="tables">
                %s</section>
                """.formatted(
                        new WalkPicture(List.of(walk), data).html(),
                        new LinesPanel(trace, history, slots, data).html(),
                        new ValuesTable(trace, slots).html());
        String status = "<output>loss <b class=\"slot\" id=\"loss\" data-s=\"%s\" data-c=\"0\"></b></output>\n%s"
                .formatted(walk.addLosses(data), choice(trace));
        int steps = trace.steps().size();
        String parting = trace.parting()
                .map(where -> "; the loop of the rule parts from its lines, which are shown: " + where)
                .orElse("");
        String lead = Titles.problem(trace) + ", with " + Titles.minus(Titles.settings(trace)) + parting;
        return SliderPage.html(
                rule + " on " + trace.landscape().name(), lead, body, data.json(steps), steps, status, receipt);
    }

    /** Its own, or, for a rule that is in no list, the first of the palette. */
    private static String color(String rule) {
        String own = Rules.colors(List.of(rule)).get(rule);
        return List.copyOf(Palette.colors(List.of(own)).values()).get(0);
    }

    /** A choice of the coordinate that the lines show, if there are several. */
    private static String choice(Trace trace) {
        int dimensions = trace.start().size();
        if (dimensions == 1) {
            return "";
        }
        String all = dimensions <= MOST_IN_A_VECTOR ? "<option value=\"all\">all, as vectors</option>" : "";
        return IntStream.range(0, Math.min(dimensions, PageData.MOST_COORDINATES))
                .mapToObj(i -> "<option value=\"%s\">%s</option>".formatted(i, Titles.coordinate(i, dimensions)))
                .collect(Collectors.joining(
                        "", "<label>coordinate <select id=\"coordinate\">" + all, "</select></label>\n"));
    }
}
