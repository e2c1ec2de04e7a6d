package org.gradus.view.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.chart.ContourLines;
import org.gradus.chart.Levels;
import org.gradus.chart.ScalarField;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Minimum;
import org.gradus.view.Markup;
import org.gradus.view.Numbers;

/** A landscape of two numbers as a map, with its minima, the start, and the paths up to the chosen step, in SVG. */
final class ContourMap {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 500;
    private static final int GRID = 201;
    private static final int LINES = 13;
    private static final double LOW = 0.01; // the parts of the map below the lowest and below the highest line
    private static final double HIGH = 0.97;
    private static final double WIDE = 10; // from how many times the lowest height on levels have equal ratios

    private final Landscape landscape;
    private final Region region;
    private final Frame frame;

    ContourMap(Landscape landscape, Region region) {
        this.landscape = landscape;
        this.region = region;
        this.frame = new Frame(region.x(), region.y(), 58, 26, WIDTH - 76, HEIGHT - 26 - 46);
    }

    String svg(List<Walk> walks, PageData data, String id) {
        StringBuilder svg = new StringBuilder("""
                <svg class="map" id="%s" viewBox="0 0 %s %s" role="img" aria-label="Level lines of %s and the path">
                <clipPath id="%s-frame"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>
                <g clip-path="url(#%s-frame)">
                """.formatted(
                        id,
                        WIDTH,
                        HEIGHT,
                        Markup.escape(landscape.name()),
                        id,
                        Markup.place(frame.left()),
                        Markup.place(frame.top()),
                        Markup.place(frame.width()),
                        Markup.place(frame.height()),
                        id));
        svg.append(levelLines());
        for (Minimum minimum : landscape.minima()) {
            svg.append(star(frame.across(minimum.point()[0]), frame.up(minimum.point()[1])));
        }
        for (Walk walk : walks) {
            List<double[]> points = walk.trace().path().stream()
                    .map(point -> frame.point(point[0], point[1]))
                    .toList();
            svg.append(walk.path(data.addPath(points)));
            double[] marked = points.get((int) walk.marked());
            if (walk.marked() > 0 && marked != null) {
                svg.append(circle("marked", marked, 11));
            }
        }
        double[] start = walks.get(0).trace().path().get(0);
        svg.append(circle("start", frame.point(start[0], start[1]), 7));
        svg.append("</g>\n").append(frame.axes("x", "y", Numbers::text));
        return svg.append("</svg>\n").toString();
    }

    private String levelLines() {
        ScalarField field = ScalarField.sample(
                (x, y) -> landscape.value(new double[] {x, y}, 1), region.x(), region.y(), GRID, GRID);
        List<Double> levels = levels(field);
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < levels.size(); i++) {
            svg.append("<path class=\"level\" stroke=\"")
                    .append(shade((double) i / levels.size()))
                    .append("\" d=\"");
            ContourLines.of(field, levels.get(i)).forEach(line -> svg.append(polyline(line)));
            svg.append("\"/>\n");
        }
        return svg.toString();
    }

    /** Heights above the minimum with equal ratios, so that one sees hills and valley at once; without a minimum, equal distances. */
    private List<Double> levels(ScalarField field) {
        double[] values = values(field);
        if (values.length == 0 || values[0] == values[values.length - 1]) {
            return List.of();
        }
        if (!landscape.minima().isEmpty()) {
            double bottom = landscape.minima().get(0).value();
            double lowest = values[(int) (LOW * values.length)] - bottom;
            double highest = values[(int) (HIGH * values.length)] - bottom;
            if (lowest > 0 && highest > WIDE * lowest) {
                return Levels.logarithmic(bottom, lowest, highest, LINES);
            }
        }
        return Levels.linear(field, LINES);
    }

    /** The finite values of a field, the smallest first. */
    private static double[] values(ScalarField field) {
        double[] values = new double[field.columns() * field.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.z(i % field.columns(), i / field.columns());
        }
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    /** From dark to light: the darker, the lower. */
    private static String shade(double part) {
        return "hsl(212 %s%% %s%%)".formatted(Math.round(38 - 8 * part), Math.round(38 + 42 * part));
    }

    private String polyline(ContourLines.Line line) {
        return line.vertices().stream()
                        .map(v -> Markup.place(frame.across(v.x())) + " " + Markup.place(frame.up(v.y())))
                        .collect(Collectors.joining("L", "M", ""))
                + (line.closed() ? "Z" : "");
    }

    private static String circle(String kind, double[] at, int radius) {
        return "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                .formatted(kind, Markup.place(at[0]), Markup.place(at[1]), radius);
    }

    private static String star(double x, double y) {
        return "<path class=\"minimum\" transform=\"translate(%s %s)\" d=\"%s\"/>\n"
                .formatted(
                        Markup.place(x),
                        Markup.place(y),
                        "M0-11 2.6-3.6 10.5-3.4 4.2 1.4 6.5 8.9 0 4.4-6.5 8.9-4.2 1.4-10.5-3.4-2.6-3.6Z");
    }
}
