package org.gradus.view.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.equation.Line;
import org.gradus.equation.Symbol;
import org.gradus.trace.Divergence;
import org.gradus.trace.Divergence.Parting;
import org.gradus.view.Markup;
import org.gradus.view.MathMl;
import org.gradus.view.Numbers;

/** Two rules' values at the chosen step in one table, a row per symbol and coordinate, and where and why they part. */
final class Comparison {
    private final List<Walk> walks;
    private final PageData data;

    Comparison(List<Walk> walks, PageData data) {
        this.walks = walks;
        this.data = data;
    }

    /** Where and why they part, in words, and, if it is their lines, by these. */
    String sentence(Divergence divergence) {
        String end = "After %s steps they are %s apart."
                .formatted(divergence.steps(), Numbers.typeset(Numbers.text(divergence.distance())));
        if (divergence.parting().isEmpty()) {
            return "<p class=\"parting\">They do not part. " + end + "</p>\n";
        }
        Parting parting = divergence.parting().get();
        return "<p class=\"parting\">They part at <a href=\"#step=%s\">step %s</a>, first in %s, by %s.%s %s</p>\n%s"
                .formatted(
                        parting.step(),
                        parting.step(),
                        MathMl.symbols().of(Column.symbol(parting.symbol())),
                        Numbers.typeset(Numbers.text(parting.gap())),
                        reason(parting),
                        end,
                        lines(parting));
    }

    /** The reason in words; a rule's lines say themselves what they say. */
    private static String reason(Parting parting) {
        boolean inWords =
                parting.linesOfFirst().stream().noneMatch(line -> parting.why().contains(line.text()));
        return inWords ? " <b>" + Markup.escape(parting.why()) + "</b>" : "";
    }

    private String lines(Parting parting) {
        if (parting.linesOfFirst().isEmpty() && parting.linesOfSecond().isEmpty()) {
            return "";
        }
        return "<div class=\"apart\">\n" + lines(walks.get(0), parting.linesOfFirst())
                + lines(walks.get(1), parting.linesOfSecond()) + "</div>\n";
    }

    private static String lines(Walk walk, List<Line> lines) {
        String formulas = lines.stream().map(MathMl.symbols()::of).collect(Collectors.joining("<br>"));
        return "<div>" + walk.key() + "</div><div>" + (formulas.isEmpty() ? "no line for it" : formulas) + "</div>\n";
    }

    String table() {
        StringBuilder html = new StringBuilder("<table class=\"values comparison\">\n<thead><tr><th></th><th></th>");
        walks.forEach(walk -> html.append("<th>").append(walk.key()).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n<tr class=\"compared\"><th></th><th scope=\"row\">loss</th>");
        walks.forEach(walk -> html.append(Slots.cell(walk.addLosses(data), 0, "")));
        html.append("</tr>\n");
        List<Slots> slots = walks.stream()
                .map(walk -> new Slots(new History(walk.trace()), data))
                .toList();
        sizes().forEach((name, size) -> html.append(rows(slots, name, size)));
        return html.append("</tbody>\n</table>\n").toString();
    }

    /** The symbols of both, those of the first rule first. */
    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        walks.forEach(walk -> Column.sizes(walk.trace()).forEach((name, size) -> sizes.merge(name, size, Math::max)));
        return sizes;
    }

    private String rows(List<Slots> slots, String name, int size) {
        Symbol symbol = Column.symbol(name);
        int dimensions = walks.get(0).trace().start().size();
        int rows = Math.min(size, PageData.MOST_COORDINATES);
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            html.append("<tr class=\"compared\">");
            if (i == 0) {
                html.append("<th scope=\"rowgroup\" rowspan=\"%s\">%s</th>"
                        .formatted(rows, MathMl.symbols().of(symbol)));
            }
            html.append("<th scope=\"row\">")
                    .append(size == 1 ? "" : Titles.coordinate(i, dimensions))
                    .append("</th>");
            for (Slots of : slots) {
                html.append(of.cell(symbol, i, ""));
            }
            html.append("</tr>\n");
        }
        return html.toString();
    }
}
