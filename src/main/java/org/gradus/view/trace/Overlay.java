package org.gradus.view.trace;

import java.util.List;
import org.gradus.chart.Chart;
import org.gradus.view.Markup;
import org.gradus.view.Picture;

/** A chart of the chart package, light and dark, and over it paths that grow with the steps. */
final class Overlay {
    private final Chart chart;
    private final int width;
    private final int height;
    private final Frame frame;
    private final PageData data;
    private final StringBuilder paths = new StringBuilder();

    Overlay(Chart chart, int width, int height, Frame frame, PageData data) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.frame = frame;
        this.data = data;
    }

    /** Adds a path, with a ring around the point of the step that is marked, if one is. */
    void add(Walk walk, List<double[]> points, boolean ring) {
        paths.append(walk.path(data.addPath(points)));
        double[] marked = ring && walk.marked() > 0 ? points.get((int) walk.marked()) : null;
        if (marked != null) {
            paths.append("<circle class=\"marked\" cx=\"%s\" cy=\"%s\" r=\"11\"/>\n"
                    .formatted(Markup.place(marked[0]), Markup.place(marked[1])));
        }
    }

    /** The picture as HTML; the id is that of the element around it. */
    String html(String id) {
        return """
                <div class="map" id="%s">
                %s<svg class="over" viewBox="0 0 %s %s" aria-hidden="true">
                <clipPath id="%s-frame"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>
                <g clip-path="url(#%s-frame)">
                %s</g>
                </svg>
                </div>
                """.formatted(
                        id,
                        Picture.inBothThemes(chart, width, height),
                        width,
                        height,
                        id,
                        Markup.place(frame.area().left()),
                        Markup.place(frame.area().top()),
                        Markup.place(frame.area().width()),
                        Markup.place(frame.area().height()),
                        id,
                        paths);
    }
}
