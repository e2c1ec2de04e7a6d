package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.ContourChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Mark;
import org.gradus.chart.render.Charts;
import org.gradus.landscape.Landscape;
import org.gradus.view.LandscapeChart;

/** A landscape of two numbers as a map, with its minima, the start, and over it the paths up to the chosen step. */
final class ContourMap {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 540;

    private final Landscape landscape;
    private final Region region;

    ContourMap(Landscape landscape, Region region) {
        this.landscape = landscape;
        this.region = region;
    }

    String html(List<Walk> walks, PageData data, String id) {
        ContourChart chart = chart(walks.get(0).trace().path().get(0));
        Frame frame = new Frame(Charts.plotArea(chart, WIDTH, HEIGHT), region.x(), region.y(), false);
        Overlay overlay = new Overlay(chart, WIDTH, HEIGHT, frame, data);
        for (Walk walk : walks) {
            List<double[]> points = new ArrayList<>();
            walk.trace().path().forEach(point -> points.add(frame.point(point[0], point[1])));
            overlay.add(walk, points, true);
        }
        return overlay.html(id);
    }

    private ContourChart chart(double[] start) {
        ContourChart map = LandscapeChart.of(landscape, region.x(), region.y());
        List<Mark> marks = new ArrayList<>(map.marks());
        if (region.contains(start)) {
            marks.add(Mark.start(start[0], start[1]));
        }
        return map.withSubtitle("").withMarks(marks.toArray(Mark[]::new)).withLegend(LegendPlace.NONE);
    }
}
