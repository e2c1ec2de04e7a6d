package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Limits;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.render.shape.Shapes;

/** Draws each row's values as small dots, and below them its interval with the estimate as a large one. */
record IntervalContent(IntervalChart chart, ScaledAxis xAxis, NamedAxis yAxis) implements Content {
    private static final BasicStroke INTERVAL = new BasicStroke(3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double CAP = 6;
    private static final double ESTIMATE = 10;
    private static final double VALUE = 6;
    private static final double VALUES_ABOVE = 0.24;
    private static final double NAMES = 0.3;

    static IntervalContent of(IntervalChart chart, Look look, Rectangle2D area) {
        NamedAxis names = NamedAxis.downwards(
                chart.rows().stream().map(IntervalChart.Row::name).toList(), NAMES * area.getWidth(), look);
        DoubleStream values = chart.rows().stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        DoubleStream.of(row.estimate(), row.lower(), row.upper()),
                        row.values().stream().mapToDouble(value -> value)));
        DoubleStream lines = chart.x().lines().stream().mapToDouble(ReferenceLine::at);
        Limits limits = chart.x()
                .limits()
                .orElseGet(() ->
                        AutoLimits.of(chart.x().scale(), DoubleStream.concat(values, lines), AutoLimits.AIR_UP, 0));
        return new IntervalContent(chart, new ScaledAxis(chart.x(), limits, false, look), names);
    }

    @Override
    public List<String> otherColors() {
        return chart.rows().stream().map(IntervalChart.Row::color).toList();
    }

    @Override
    public void draw(Canvas canvas) {
        for (int i = 0; i < chart.rows().size(); i++) {
            IntervalChart.Row row = chart.rows().get(i);
            Color color = canvas.identities().color(row.color());
            for (double value : row.values()) {
                Point2D at = canvas.at(xAxis.position(value), yAxis.place(i) + VALUES_ABOVE);
                if (!Double.isNaN(at.getX())) {
                    canvas.fill(Canvas.moved(Shapes.dot(VALUE), at), Look.faint(color));
                }
            }
            Line2D interval = interval(i, canvas.toPixels());
            canvas.draw(interval, color, INTERVAL);
            for (Point2D end : List.of(interval.getP1(), interval.getP2())) {
                canvas.draw(
                        new Line2D.Double(end.getX(), end.getY() - CAP, end.getX(), end.getY() + CAP),
                        color,
                        Look.THICK);
            }
            Shape estimate =
                    Canvas.moved(Shapes.dot(ESTIMATE), canvas.at(xAxis.position(row.estimate()), yAxis.place(i)));
            canvas.fill(estimate, color);
            canvas.draw(estimate, canvas.look().background(), Look.THIN);
        }
    }

    private Line2D interval(int i, AffineTransform toPixels) {
        IntervalChart.Row row = chart.rows().get(i);
        Point2D lower = new Point2D.Double(xAxis.position(row.lower()), yAxis.place(i));
        Point2D upper = new Point2D.Double(xAxis.position(row.upper()), yAxis.place(i));
        return new Line2D.Double(toPixels.transform(lower, null), toPixels.transform(upper, null));
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < chart.rows().size(); i++) {
            double up = yAxis.place(i) + VALUES_ABOVE;
            shapes.add(interval(i, toPixels));
            chart.rows().get(i).values().stream()
                    .mapToDouble(xAxis::position)
                    .filter(Double::isFinite)
                    .mapToObj(x -> toPixels.transform(new Point2D.Double(x, up), null))
                    .forEach(at -> shapes.add(Canvas.moved(Shapes.square(VALUE), at)));
        }
        return shapes;
    }

    @Override
    public List<LegendEntry> legend() {
        return List.of();
    }
}
