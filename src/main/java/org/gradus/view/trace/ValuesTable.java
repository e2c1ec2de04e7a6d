package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.trace.Trace;
import org.gradus.view.MathMl;

/** The values of all symbols at the chosen step, as one or more tables no wider than the page: a column per symbol, a row per coordinate. */
final class ValuesTable {
    private static final int MOST_COLUMNS = 11;

    private final Trace trace;
    private final Slots slots;

    ValuesTable(Trace trace, Slots slots) {
        this.trace = trace;
        this.slots = slots;
    }

    String html() {
        List<Map.Entry<String, Integer>> sizes =
                new ArrayList<>(Column.sizes(trace).entrySet());
        int tables = (sizes.size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            html.append(table(sizes.subList(i * sizes.size() / tables, (i + 1) * sizes.size() / tables)));
        }
        return html.toString();
    }

    private String table(List<Map.Entry<String, Integer>> sizes) {
        StringBuilder html = new StringBuilder("<table class=\"values\">\n<thead><tr><th></th>");
        sizes.forEach(symbol -> html.append("<th>")
                .append(MathMl.symbols().of(Column.symbol(symbol.getKey())))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        int dimensions = trace.start().size();
        int rows = Math.min(dimensions, PageData.MOST_COORDINATES);
        for (int i = 0; i < rows; i++) {
            html.append("<tr><th scope=\"row\">")
                    .append(Titles.coordinate(i, dimensions))
                    .append("</th>");
            for (Map.Entry<String, Integer> symbol : sizes) {
                boolean scalar = symbol.getValue() == 1;
                if (i == 0 || !scalar) {
                    String attributes = scalar ? " rowspan=\"" + rows + "\"" : "";
                    html.append(slots.cell(Column.symbol(symbol.getKey()), i, attributes));
                }
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }
}
