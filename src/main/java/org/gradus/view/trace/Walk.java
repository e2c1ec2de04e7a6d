package org.gradus.view.trace;

import java.util.List;
import org.gradus.chart.Theme;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Markup;

/**
 * A trace in a picture.
 *
 * @param trace the trace
 * @param label what it is called
 * @param color the color of its path, as in HTML
 * @param marked the step whose end is marked on its path, or 0
 */
record Walk(Trace trace, String label, String color, long marked) {
    private static final int MOST_DOTS = 60;

    /** One coordinate of the path, the start first. */
    List<Double> coordinate(int i) {
        return trace.path().stream().map(point -> point[i]).toList();
    }

    /** The loss after each step. */
    List<Double> losses() {
        return trace.steps().stream().map(TraceStep::loss).toList();
    }

    /** The losses as a series of a page. */
    int addLosses(PageData data) {
        return data.addSeries(losses().stream().map(loss -> new double[] {loss}).toList());
    }

    /** Its name, beside a stroke of its color. */
    String key() {
        return "<span class=\"key\" style=\"%s\">%s</span>".formatted(colors(), Markup.escape(label));
    }

    /** A path that grows with the steps, with a dot at each point if they are not too many, in SVG. */
    String path(int path) {
        String dots =
                trace.steps().size() > MOST_DOTS ? "" : "<path class=\"dots\" data-path=\"%s\"/>\n".formatted(path);
        return """
                <g style="%s">
                <polyline class="halo" data-path="%s"/><polyline class="path" data-path="%s"/>
                %s<circle class="head" data-path="%s" r="6.5"/>
                </g>
                """.formatted(colors(), path, path, dots, path);
    }

    /** Its color on white and on black, between which the page chooses. */
    private String colors() {
        return "--light: %s; --dark: %s".formatted(Theme.LIGHT.drawn(color), Theme.DARK.drawn(color));
    }
}
