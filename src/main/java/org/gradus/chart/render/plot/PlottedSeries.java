package org.gradus.chart.render.plot;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.Point;
import org.gradus.chart.Series;

/**
 * A series in positions on its axes: the line with NaN where it breaks, the band cut into pieces, the lone points.
 */
final class PlottedSeries {

    private final int size;
    private final double[] x;
    private final double[] y;
    private final double[] lower;
    private final double[] upper;

    PlottedSeries(Series series, ScaledAxis xAxis, ScaledAxis yAxis) {
        List<Point> points = series.points();
        boolean band = series.hasBand();
        size = points.size();
        x = points.stream().mapToDouble(p -> xAxis.position(p.x())).toArray();
        y = points.stream().mapToDouble(p -> yAxis.position(p.y())).toArray();
        lower = points.stream()
                .mapToDouble(p -> band ? yAxis.edgePosition(p.lower()) : Double.NaN)
                .toArray();
        upper = points.stream()
                .mapToDouble(p -> band ? yAxis.edgePosition(p.upper()) : Double.NaN)
                .toArray();
    }

    int size() {
        return size;
    }

    double x(int i) {
        return x[i];
    }

    /** The line's position at point i; NaN breaks it. */
    double y(int i) {
        return Double.isNaN(x[i]) ? Double.NaN : y[i];
    }

    private boolean hasLine(int i) {
        return i >= 0 && i < size && !Double.isNaN(y(i));
    }

    private boolean hasBand(int i) {
        return i >= 0 && i < size && !Double.isNaN(x[i]) && !Double.isNaN(lower[i]) && !Double.isNaN(upper[i]);
    }

    /** Says whether point i has no neighbor to join, so that a line would not show it. */
    boolean isLone(int i) {
        return hasLine(i) && !hasLine(i - 1) && !hasLine(i + 1);
    }

    /** The last point that the line has; −1 if it has none. */
    int end() {
        int end = size - 1;
        while (end >= 0 && !hasLine(end)) {
            end--;
        }
        return end;
    }

    /** The line, broken where there is no number. */
    Path2D line() {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < size; i++) {
            if (hasLine(i) && hasLine(i - 1)) {
                line.lineTo(x[i], y[i]);
            } else if (hasLine(i)) {
                line.moveTo(x[i], y[i]);
            }
        }
        return line;
    }

    /** The polygon through corners x0, y0, x1, y1, ... */
    static Path2D closed(double[] corners) {
        Path2D polygon = new Path2D.Double();
        polygon.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            polygon.lineTo(corners[i], corners[i + 1]);
        }
        polygon.closePath();
        return polygon;
    }

    /** The pieces of the band, each as the corners x0, y0, x1, y1, ... of a polygon: along the top and back below. */
    List<double[]> bandPieces() {
        List<double[]> pieces = new ArrayList<>();
        for (int start = 0; start < size; start++) {
            if (hasBand(start)) {
                int end = start;
                while (hasBand(end)) {
                    end++;
                }
                pieces.add(polygon(start, end));
                start = end;
            }
        }
        return pieces;
    }

    private double[] polygon(int start, int end) {
        int length = end - start;
        double[] corners = new double[4 * length];
        for (int i = 0; i < length; i++) {
            int back = 4 * length - 2 - 2 * i;
            corners[2 * i] = x[start + i];
            corners[2 * i + 1] = upper[start + i];
            corners[back] = x[start + i];
            corners[back + 1] = lower[start + i];
        }
        return corners;
    }

    /** All that a legend should not cover, in positions: the steps of the line, the lone points, the band. */
    List<Shape> obstacles() {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (hasLine(i)) {
                int from = hasLine(i - 1) ? i - 1 : i;
                shapes.add(new Line2D.Double(x[from], y[from], x[i], y[i]));
            }
            if (hasBand(i - 1) && hasBand(i)) {
                Path2D quad = new Path2D.Double();
                quad.moveTo(x[i - 1], lower[i - 1]);
                quad.lineTo(x[i - 1], upper[i - 1]);
                quad.lineTo(x[i], upper[i]);
                quad.lineTo(x[i], lower[i]);
                quad.closePath();
                shapes.add(quad);
            }
        }
        return shapes;
    }
}
