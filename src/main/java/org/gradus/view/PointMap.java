package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Point;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;

/**
 * A measure at some points of a plane, as a map: each place has the color of the nearest point. Around the points of a grid these are rectangles,
 * wherever its values lie.
 *
 * @param x the number from left to right
 * @param y the number from bottom to top
 * @param points where it was measured, and what; NaN where there is no color
 */
public record PointMap(NumberScale x, NumberScale y, List<Measured> points) {
    private static final int FINE = 240;
    private static final int CORNERS = 24;
    private static final double RING = 0.018; // of the width
    private static final double DOT = 0.002;
    private static final double WIDER = 1.6; // a plot is than high
    private static final int MOST_DOTS = 200;

    /** Keeps a copy of the list, which nobody can change. */
    public PointMap {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param x where it is, from left to right
     * @param y where it is, from bottom to top
     * @param value what was measured there
     */
    public record Measured(double x, double y, double value) {}

    /**
     * {@return the chart, with a dot at each point that lies on no grid, and a ring around the best ones}
     *
     * @param title its title
     * @param values the axis of the colors
     * @param best the points that get a ring
     */
    public HeatMapChart chart(String title, Axis values, List<Measured> best) {
        List<Series> lines = new ArrayList<>();
        if (points.size() < x.values().size() * y.values().size() && points.size() <= MOST_DOTS) {
            points.forEach(point -> lines.add(ring(point, DOT)));
        }
        best.forEach(point -> lines.add(ring(point, RING)));
        return HeatMapChart.of(
                        title,
                        x.axis().withLimits(x.around().lower(), x.around().upper()),
                        y.axis().withLimits(y.around().lower(), y.around().upper()),
                        field(),
                        values)
                .withLines(lines.toArray(Series[]::new));
    }

    private Series ring(Measured point, double radius) {
        List<Point> ring = IntStream.rangeClosed(0, CORNERS)
                .mapToDouble(i -> 2 * FastMath.PI * i / CORNERS)
                .mapToObj(angle -> Point.of(
                        x.at(x.place(point.x()) + radius * FastMath.cos(angle)),
                        y.at(y.place(point.y()) + WIDER * radius * FastMath.sin(angle))))
                .toList();
        return new Series("", ring, LineStyle.SOLID, "#101010");
    }

    private ScalarField field() {
        double[] across = points.stream().mapToDouble(Measured::x).map(x::place).toArray();
        double[] up = points.stream().mapToDouble(Measured::y).map(y::place).toArray();
        double[][] cells = new double[FINE][FINE];
        for (int row = 0; row < FINE; row++) {
            for (int column = 0; column < FINE; column++) {
                int near = nearest(across, up, (column + 0.5) / FINE, (row + 0.5) / FINE);
                cells[row][column] = points.get(near).value();
            }
        }
        return ScalarField.of(x.around(), y.around(), cells);
    }

    private static int nearest(double[] across, double[] up, double toX, double toY) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < across.length; i++) {
            double distance = (across[i] - toX) * (across[i] - toX) + (up[i] - toY) * (up[i] - toY);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
