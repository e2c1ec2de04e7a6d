package org.gradus.view.trace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.presentation.StandardRepresentation;
import org.gradus.trace.Trace;

/** What a page's script finds in it: the lines, their slots, and the data. */
final class WrittenPage {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(
            "<div class=\"line( choice)?\" data-line=\"(\\d+)\"(?: data-where=\"[\\d,]+\")?>\\n<span class=\"left\">(.*?)</span><span class=\"equals\">=</span>"
                    + "<span class=\"right\">(.*?)( <span class=\"if\">.*?)?</span>\\n"
                    + "<span class=\"equals numbers\">=</span><span class=\"right numbers\">(.*?)</span>\\n</div>");
    private static final Pattern CELL = Pattern.compile("<td class=\"slot\" data-s=\"(\\d+)\" data-c=\"(\\d+)\"");

    private static final int LONG = 2000;

    /** An assertion whose message does not print the page. */
    static AbstractStringAssert<?> assertPage(String html) {
        return Assertions.assertThat(html)
                .withRepresentation(found -> found instanceof String text && text.length() > LONG
                        ? "the page"
                        : StandardRepresentation.STANDARD_REPRESENTATION.toStringOf(found));
    }

    /**
     * A line.
     *
     * @param choice whether it is one of several
     * @param applied the number of its steps in the data
     * @param left its left side
     * @param right its right side
     * @param condition its condition, with its numbers; null for none
     * @param numbers the right side with its numbers, and the result
     */
    record PageLine(boolean choice, int applied, String left, String right, String condition, String numbers) {
        /** The numbers without the result. */
        String computation() {
            return numbers.replaceFirst("<wbr><span class=\"result\">.*", "");
        }

        /** The slot of the result, or where the line is but a number, that one. */
        String result() {
            int at = numbers.indexOf("<span class=\"result\">");
            return at < 0 ? numbers : numbers.substring(at);
        }
    }

    private final String html;
    private final JsonObject data;

    /** Of each line that holds for some coordinates only: for which it does at step 1. */
    List<List<Boolean>> where() {
        return Pattern.compile("data-where=\"([\\d,]+)\"")
                .matcher(html)
                .results()
                .map(match -> Stream.of(match.group(1).split(","))
                        .map(line -> holds(Integer.parseInt(line), 1))
                        .toList())
                .toList();
    }

    /** The lines and the table of a trace's page, as the page has them; its picture takes long to draw. */
    static WrittenPage withoutPicture(Trace trace) {
        PageData data = new PageData();
        History history = new History(trace);
        Slots slots = new Slots(history, data);
        String lines = new LinesPanel(trace, history, slots, data).html();
        String values = new ValuesTable(trace, slots).html();
        return new WrittenPage(lines + values + "<script type=\"application/json\" id=\"data\">"
                + data.json(trace.steps().size()) + "</script>");
    }

    WrittenPage(String html) {
        this.html = html;
        this.data = JsonParser.parseString(first(DATA, html).group(1)).getAsJsonObject();
    }

    private static MatchResult first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.toMatchResult();
    }

    JsonObject data() {
        return data;
    }

    List<PageLine> lines() {
        return LINE.matcher(html)
                .results()
                .map(m -> new PageLine(
                        m.group(1) != null,
                        Integer.parseInt(m.group(2)),
                        m.group(3),
                        m.group(4),
                        m.group(5),
                        m.group(6)))
                .toList();
    }

    /** Whether the steps under a number have a 1 at a step. */
    boolean holds(int line, long t) {
        return data.getAsJsonArray("lines").get(line).getAsString().charAt((int) t - 1) == '1';
    }

    /** The value of a series at a step; null if there is none. */
    double[] value(int series, long t) {
        List<JsonElement> values =
                data.getAsJsonArray("series").get(series).getAsJsonArray().asList();
        JsonElement value = values.get((int) Math.min(t, values.size()) - 1);
        return value.isJsonNull()
                ? null
                : value.getAsJsonArray().asList().stream()
                        .mapToDouble(JsonElement::getAsDouble)
                        .toArray();
    }

    /** The points of a path; null where there is none. */
    List<double[]> path(int path) {
        List<double[]> points = new ArrayList<>();
        for (JsonElement point : data.getAsJsonArray("paths").get(path).getAsJsonArray()) {
            points.add(
                    point.isJsonNull()
                            ? null
                            : new double[] {
                                point.getAsJsonArray().get(0).getAsDouble(),
                                point.getAsJsonArray().get(1).getAsDouble()
                            });
        }
        return points;
    }

    /** The cells of all tables, as series and coordinate. */
    List<int[]> cells() {
        return CELL.matcher(html)
                .results()
                .map(m -> new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))})
                .toList();
    }
}
