package org.gradus.view.trace;

import java.util.List;
import org.gradus.landscape.Landscape;
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

    /** Whether the loss at a point within the bounds depends on the step: then there is no one map of the landscape. */
    boolean landscapeChanges() {
        Landscape landscape = trace.landscape();
        double[] point = landscape.bounds().upper();
        for (int i = 0; i < point.length; i++) {
            point[i] *= 0.9 / (i + 1); // on no diagonal, where two gradients might give the same loss
        }
        return trace.steps().stream().anyMatch(step -> landscape.value(point, step.t()) != landscape.value(point, 1));
    }

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
        return "<span class=\"key\" style=\"--color: %s\">%s</span>".formatted(color, Markup.escape(label));
    }

    /** A path that grows with the steps, with a dot at each point if they are not too many, in SVG. */
    String path(int path) {
        String dots = trace.steps().size() > MOST_DOTS
                ? ""
                : "<path class=\"dots\" data-path=\"%s\" stroke=\"%s\"/>\n".formatted(path, color);
        return """
                <polyline class="path" data-path="%s" stroke="%s"/>
                %s<circle class="head" data-path="%s" r="6.5" fill="%s"/>
                """.formatted(path, color, dots, path, color);
    }
}
