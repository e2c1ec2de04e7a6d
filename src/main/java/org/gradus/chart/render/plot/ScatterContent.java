package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.ContourLines;
import org.gradus.chart.Limits;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Oklab;
import org.gradus.chart.Point;
import org.gradus.chart.ScalarField;
import org.gradus.chart.ScatterChart;
import org.gradus.chart.ScatterChart.Decision;
import org.gradus.chart.Series;
import org.gradus.chart.render.shape.Shapes;

/** Draws points in the shapes and colors of their classes, and below them the regions of a classifier. */
record ScatterContent(ScatterChart chart, ScaledAxis xAxis, ScaledAxis yAxis) implements Content {
    /** How many vertices on each side even out a border. */
    private static final int REACH = 6;

    private static final double REGION = 0.22;
    private static final double SUREST = 0.5;
    private static final BasicStroke HOLLOW = new BasicStroke(1.8f);
    private static final BasicStroke EDGE = new BasicStroke(0.8f);
    private static final BasicStroke BOUNDARY = new BasicStroke(1.6f);

    static ScatterContent of(ScatterChart chart, Look look) {
        return new ScatterContent(
                chart,
                axis(chart, chart.x(), ScalarField::xLimits, Point::x, look),
                axis(chart, chart.y(), ScalarField::yLimits, Point::y, look));
    }

    /** An axis that shows all of the decision, else all points. */
    private static ScaledAxis axis(
            ScatterChart chart,
            Axis axis,
            Function<ScalarField, Limits> side,
            ToDoubleFunction<Point> place,
            Look look) {
        DoubleStream places =
                chart.classes().stream().flatMap(each -> each.points().stream()).mapToDouble(place);
        Limits all = chart.decision()
                .map(decision -> side.apply(decision.field()))
                .orElseGet(() -> AutoLimits.of(axis.scale(), places, AutoLimits.AIR_UP, 1));
        return new ScaledAxis(axis, axis.limits().orElse(all), false, look);
    }

    @Override
    public List<String> otherColors() {
        return chart.classes().stream().map(Series::color).toList();
    }

    @Override
    public boolean hasGrid() {
        return chart.decision().isEmpty();
    }

    @Override
    public void draw(Canvas canvas) {
        chart.decision().ifPresent(decision -> drawDecision(canvas, decision));
        for (Series each : chart.classes()) {
            Color color = canvas.identities().color(each.color());
            for (Point2D at : places(each, canvas.toPixels())) {
                Shape shape = Canvas.moved(canvas.identities().shape(each.color(), Look.POINT), at);
                switch (each.style()) {
                    case SOLID -> {
                        canvas.fill(shape, color);
                        canvas.draw(shape, canvas.look().background(), EDGE);
                    }
                    case DASHED -> canvas.draw(shape, color, HOLLOW);
                    case FAINT -> canvas.fill(shape, Look.faint(color));
                }
            }
        }
    }

    private List<Point2D> places(Series points, AffineTransform toPixels) {
        PlottedSeries plotted = new PlottedSeries(points, xAxis, yAxis);
        List<Point2D> places = new ArrayList<>();
        for (int i = 0; i < plotted.size(); i++) {
            if (!Double.isNaN(plotted.y(i))) {
                places.add(toPixels.transform(new Point2D.Double(plotted.x(i), plotted.y(i)), null));
            }
        }
        return places;
    }

    private void drawDecision(Canvas canvas, Decision decision) {
        List<Oklab> grounds = grounds(decision, canvas.identities());
        FieldImage.Shading sureness = new FieldImage.Shading(grounds);
        ScalarField field = decision.field();
        new FieldImage(
                        field,
                        value -> !Double.isFinite(value)
                                ? null
                                : decision.probability()
                                        ? sureness.at(value)
                                        : Color.decode(grounds.get((int) value).html()))
                .draw(
                        canvas,
                        FieldImage.cells(
                                field,
                                field.xLimits().lower(),
                                field.xLimits().upper(),
                                field.yLimits().lower(),
                                field.yLimits().upper()));
        Path2D boundary = new Path2D.Double();
        int lines = decision.probability() ? 1 : grounds.size();
        for (int i = 0; i < lines; i++) {
            int region = i;
            // the border of each class alone: half way between it and all others
            ScalarField one = decision.probability()
                    ? field
                    : field.map(value -> Double.isNaN(value) ? value : value == region ? 1 : 0);
            for (ContourLines.Line line : ContourLines.of(one, 0.5)) {
                append(boundary, decision.probability() ? line.vertices() : even(line), line.closed());
            }
        }
        if (boundary.getCurrentPoint() != null) {
            canvas.draw(canvas.placed(boundary), canvas.look().ink(), BOUNDARY);
        }
    }

    private static void append(Path2D path, List<ContourLines.Vertex> vertices, boolean closed) {
        path.moveTo(vertices.get(0).x(), vertices.get(0).y());
        vertices.stream().skip(1).forEach(vertex -> path.lineTo(vertex.x(), vertex.y()));
        if (closed) {
            path.closePath();
        }
    }

    /** Classes have no values between, so that their borders go in steps; each vertex becomes the mean of those around it. */
    private static List<ContourLines.Vertex> even(ContourLines.Line line) {
        List<ContourLines.Vertex> vertices = line.vertices();
        int count = vertices.size();
        List<ContourLines.Vertex> even = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int reach = line.closed() ? REACH : Math.min(REACH, Math.min(i, count - 1 - i));
            double x = 0;
            double y = 0;
            for (int j = i - reach; j <= i + reach; j++) {
                x += vertices.get(Math.floorMod(j, count)).x();
                y += vertices.get(Math.floorMod(j, count)).y();
            }
            even.add(new ContourLines.Vertex(x / (2 * reach + 1), y / (2 * reach + 1)));
        }
        return even;
    }

    /** Each class's own color, pale; for a probability, the stronger, the surer, and no color between. */
    private List<Oklab> grounds(Decision decision, Identities identities) {
        Oklab plain = Oklab.of(identities.look().theme().background());
        double strength = decision.probability() ? SUREST : REGION;
        List<Oklab> grounds = new ArrayList<>();
        chart.classes().stream()
                .map(Series::color)
                .distinct()
                .forEach(color -> grounds.add(plain.towards(Oklab.of(identities.html(color)), strength)));
        return decision.probability() ? List.of(grounds.get(0), plain, grounds.get(1)) : grounds;
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        return chart.classes().stream()
                .flatMap(each -> places(each, toPixels).stream())
                .map(place -> Canvas.moved(Shapes.square(Look.POINT), place))
                .toList();
    }

    @Override
    public List<LegendEntry> legend() {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        for (Series each : chart.classes()) {
            entries.putIfAbsent(each.name(), new LegendEntry(each.name(), canvas -> {
                Color color = canvas.identities().color(each.color());
                Shape shape = canvas.identities().shape(each.color(), Look.POINT);
                if (each.style() == LineStyle.DASHED) {
                    canvas.draw(shape, color, HOLLOW);
                } else {
                    canvas.fill(shape, each.style() == LineStyle.FAINT ? Look.faint(color) : color);
                }
            }));
        }
        entries.remove("");
        return List.copyOf(entries.values());
    }
}
