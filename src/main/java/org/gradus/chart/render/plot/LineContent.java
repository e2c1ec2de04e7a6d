package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.gradus.chart.render.shape.Shapes;

/** Draws the lines of a line chart and their bands, and, where colors do not tell them apart for everybody, shapes on them. */
record LineContent(LineChart chart, ScaledAxis xAxis, ScaledAxis yAxis, List<EndLabels.End> ends) implements Content {
    /** Where a band has but one point, a bar of this width stands for it. */
    private static final BasicStroke LONE_BAND = new BasicStroke(9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private static final double SHAPE_DISTANCE = 110;

    static LineContent of(LineChart chart, Look look, Rectangle2D area) {
        ScaledAxis x = xAxis(chart, look);
        ScaledAxis y = yAxis(chart, look);
        List<EndLabels.End> ends = chart.legend() == LegendPlace.LINE_ENDS
                ? EndLabels.fitting(EndLabels.ends(chart.series(), each -> new PlottedSeries(each, x, y)), area)
                : List.of();
        return new LineContent(chart, x, y, ends);
    }

    private static ScaledAxis xAxis(LineChart chart, Look look) {
        double[] values = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(Point::x)
                .toArray();
        boolean integers = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
        Limits limits = chart.x()
                .limits()
                .orElseGet(() -> AutoLimits.of(
                        chart.x().scale(), DoubleStream.of(values), AutoLimits.AIR_ACROSS, integers ? 1 : 1e-3));
        return new ScaledAxis(chart.x(), limits, integers, look);
    }

    private static ScaledAxis yAxis(LineChart chart, Look look) {
        DoubleStream values = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.y(), point.lower(), point.upper()));
        Limits limits =
                chart.y().limits().orElseGet(() -> AutoLimits.of(chart.y().scale(), values, AutoLimits.AIR_UP, 0));
        return new ScaledAxis(chart.y(), limits, false, look);
    }

    @Override
    public List<String> lineColors() {
        return chart.series().stream().map(Series::color).toList();
    }

    private PlottedSeries plotted(Series series) {
        return new PlottedSeries(series, xAxis, yAxis);
    }

    private static Color color(Canvas canvas, Series series) {
        Color full = canvas.identities().color(series.color());
        return series.style() == LineStyle.FAINT ? Look.faint(full) : full;
    }

    @Override
    public void draw(Canvas canvas) {
        for (Series series : chart.series()) {
            drawBand(canvas, series);
        }
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            PlottedSeries plotted = plotted(series);
            canvas.draw(canvas.placed(plotted.line()), color(canvas, series), Look.stroke(series.style()));
            Path2D shapes = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int j : shaped(canvas, series, plotted, i)) {
                Point2D at = canvas.at(plotted.x(j), plotted.y(j));
                shapes.append(Canvas.moved(shape(canvas.identities(), series), at), false);
            }
            if (shapes.getCurrentPoint() != null) {
                canvas.fill(shapes, color(canvas, series));
            }
        }
    }

    private static Shape shape(Identities identities, Series series) {
        return identities.shapesNeeded() ? identities.shape(series.color(), Look.DOT) : Shapes.dot(Look.DOT);
    }

    private void drawBand(Canvas canvas, Series series) {
        Color color = Look.band(canvas.identities().color(series.color()));
        for (double[] piece : plotted(series).bandPieces()) {
            if (piece.length == 4) {
                canvas.draw(canvas.placed(new Line2D.Double(piece[0], piece[1], piece[2], piece[3])), color, LONE_BAND);
            } else {
                canvas.fill(canvas.placed(PlottedSeries.closed(piece)), color);
            }
        }
    }

    /** The points that get a shape: those without neighbors, and, where lines need shapes, some of the others, elsewhere for each line. */
    private List<Integer> shaped(Canvas canvas, Series series, PlottedSeries plotted, int place) {
        List<Integer> shaped = new ArrayList<>();
        boolean along = canvas.identities().shapesNeeded() && series.style() != LineStyle.FAINT;
        double offset = (place + 0.5) / chart.series().size() * SHAPE_DISTANCE;
        double next = canvas.data().getX() + offset;
        for (int j = 0; j < plotted.size(); j++) {
            if (Double.isNaN(plotted.y(j))) {
                continue;
            }
            double x = canvas.at(plotted.x(j), 0).getX();
            boolean due = along && x >= next && x <= canvas.data().getMaxX();
            if (due || plotted.isLone(j)) {
                shaped.add(j);
            }
            while (due && next <= x) {
                next += SHAPE_DISTANCE;
            }
        }
        return shaped;
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        return chart.series().stream()
                .flatMap(series -> plotted(series).obstacles().stream())
                .map(toPixels::createTransformedShape)
                .toList();
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.ofLines(chart.series(), ends.isEmpty());
    }

    @Override
    public double roomAtRight() {
        return EndLabels.width(ends);
    }

    @Override
    public void drawAtRight(Canvas canvas) {
        EndLabels.draw(ends, canvas);
    }

    @Override
    public String remark() {
        boolean empty = chart.series().stream()
                .allMatch(series -> plotted(series).obstacles().isEmpty());
        if (!empty) {
            return "";
        }
        return chart.y().scale() == Axis.Scale.LOG ? "no value above 0 to draw" : "no finite value to draw";
    }
}
