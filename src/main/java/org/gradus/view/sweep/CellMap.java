package org.gradus.view.sweep;

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
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;

/**
 * A measure over two numbers: each place has the color of the nearest point. Around the points of a grid these are rectangles, wherever its values
 * lie.
 *
 * @param x the number from left to right
 * @param y the number from bottom to top
 * @param points what was run
 * @param measure what of it
 */
record CellMap(VariedNumber x, VariedNumber y, List<RunGroup> points, Measure measure) {
    private static final int FINE = 240;
    private static final int CORNERS = 24;
    private static final double RING = 0.018; // of the width
    private static final double DOT = 0.002;
    private static final double WIDER = 1.6; // a plot is than high
    private static final int MOST_DOTS = 200;

    /** The chart, with a dot at each point that lies on no grid, and a ring around the best ones. */
    HeatMapChart chart(String title, Axis values, List<RunGroup> best) {
        List<Series> lines = new ArrayList<>();
        if (points.size() < x.values().size() * y.values().size() && points.size() <= MOST_DOTS) {
            points.forEach(point -> lines.add(ring(point, DOT)));
        }
        best.forEach(point -> lines.add(ring(point, RING)));
        return HeatMapChart.of(
                        title,
                        x.axis().withLimits(x.around().lower(), x.around().upper()),
                        y.axis().withLimits(y.around().lower(), y.around().upper()),
                        field(points.stream()
                                .map(measure::of)
                                .mapToDouble(Quartiles::median)
                                .toArray()),
                        values)
                .withLines(lines.toArray(Series[]::new));
    }

    private Series ring(RunGroup point, double radius) {
        List<Point> ring = IntStream.rangeClosed(0, CORNERS)
                .mapToDouble(i -> 2 * FastMath.PI * i / CORNERS)
                .mapToObj(angle -> Point.of(
                        x.at(x.place(x.of(point)) + radius * FastMath.cos(angle)),
                        y.at(y.place(y.of(point)) + WIDER * radius * FastMath.sin(angle))))
                .toList();
        return new Series("", ring, LineStyle.SOLID, "#101010");
    }

    private ScalarField field(double... values) {
        double[] across = points.stream().mapToDouble(x::of).map(x::place).toArray();
        double[] up = points.stream().mapToDouble(y::of).map(y::place).toArray();
        double[][] cells = new double[FINE][FINE];
        for (int row = 0; row < FINE; row++) {
            for (int column = 0; column < FINE; column++) {
                cells[row][column] = values[nearest(across, up, (column + 0.5) / FINE, (row + 0.5) / FINE)];
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
