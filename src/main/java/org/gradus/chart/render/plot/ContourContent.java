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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.chart.Arrow;
import org.gradus.chart.Axis;
import org.gradus.chart.ContourChart;
import org.gradus.chart.ContourLines;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.Mark;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;
import org.gradus.chart.render.shape.Shapes;

/** Draws the ground of a map, its level lines and their values, the paths, the arrows and the marks. */
record ContourContent(ContourChart chart, ScaledAxis xAxis, ScaledAxis yAxis) implements Content {
    /** How far a simplified level line may be off, in pixels. */
    private static final double LEAST_DETAIL = 0.1;

    private static final double ARROW_HEAD = 11;
    private static final BasicStroke ARROW = new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke ARROW_GROUND = new BasicStroke(4.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    static ContourContent of(ContourChart chart, Look look) {
        return new ContourContent(
                chart,
                axis(chart.x(), chart.field().xLimits(), look),
                axis(chart.y(), chart.field().yLimits(), look));
    }

    private static ScaledAxis axis(Axis axis, Limits all, Look look) {
        return new ScaledAxis(axis, axis.limits().orElse(all), false, look);
    }

    @Override
    public List<String> lineColors() {
        return chart.paths().stream().map(Series::color).toList();
    }

    @Override
    public List<String> otherColors() {
        return chart.arrows().stream().map(Arrow::color).toList();
    }

    @Override
    public boolean hasGrid() {
        return false; // the level lines are enough
    }

    private Paths paths() {
        return Paths.of(chart.paths(), xAxis, yAxis);
    }

    @Override
    public void draw(Canvas canvas) {
        drawLevels(canvas);
        Paths paths = paths();
        paths.drawLines(canvas);
        chart.arrows().forEach(arrow -> drawArrow(canvas, arrow));
        paths.drawStarts(canvas);
        chart.marks().forEach(mark -> LegendEntry.drawMark(canvas, mark.symbol(), at(canvas.toPixels(), mark)));
        paths.drawEnds(canvas);
        if (chart.legend() == LegendPlace.LINE_ENDS) {
            paths.drawNames(canvas, marks(canvas.toPixels()));
        }
    }

    private Point2D at(AffineTransform toPixels, Mark mark) {
        return toPixels.transform(new Point2D.Double(xAxis.position(mark.x()), yAxis.position(mark.y())), null);
    }

    /** Paints what lies below each level, from the highest level to the lowest, then the lines, then their values. */
    private void drawLevels(Canvas canvas) {
        ScalarField framed = chart.field().framed();
        int count = chart.levels().size();
        canvas.fill(canvas.data(), canvas.look().ground(count, count));
        for (int i = count - 1; i >= 0; i--) {
            List<ContourLines.Line> lines = simplified(framed, chart.levels().get(i), canvas);
            canvas.fill(shape(lines, canvas), canvas.look().ground(i, count));
        }
        List<Shape> obstacles = obstacles(canvas.toPixels());
        obstacles.add(canvas.legend());
        if (chart.legend() == LegendPlace.LINE_ENDS) {
            obstacles.addAll(paths().boxesOfNames(canvas, marks(canvas.toPixels())));
        }
        LevelLabels labels = new LevelLabels(canvas.data(), canvas.toPixels(), obstacles);
        for (int i = 0; i < count; i++) {
            List<ContourLines.Line> lines =
                    simplified(chart.field(), chart.levels().get(i), canvas);
            canvas.draw(shape(lines, canvas), canvas.look().levelLine(i, count), Look.LEVEL_LINE);
            labels.add(chart.levels().get(i), lines);
        }
        labels.draw(canvas, this);
    }

    /** The lines of a level without the vertices that nobody would miss. */
    private static List<ContourLines.Line> simplified(ScalarField field, double level, Canvas canvas) {
        double across = LEAST_DETAIL / canvas.toPixels().getScaleX();
        double up = LEAST_DETAIL / -canvas.toPixels().getScaleY();
        return ContourLines.of(field, level).stream()
                .map(line -> line.simplified(across, up))
                .toList();
    }

    /** All lines of a level as one shape. */
    private static Shape shape(List<ContourLines.Line> lines, Canvas canvas) {
        Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (ContourLines.Line line : lines) {
            List<ContourLines.Vertex> vertices = line.vertices();
            shape.moveTo(vertices.get(0).x(), vertices.get(0).y());
            vertices.stream().skip(1).forEach(vertex -> shape.lineTo(vertex.x(), vertex.y()));
            if (line.closed()) {
                shape.closePath();
            }
        }
        return canvas.placed(shape);
    }

    /** The ground's color between the two levels around a place of the field, so that a number on a line hides no more than the line. */
    Color groundAt(Point2D pixel, Canvas canvas) {
        Rectangle2D data = canvas.data();
        double across = (pixel.getX() - data.getX()) / data.getWidth();
        double up = (data.getMaxY() - pixel.getY()) / data.getHeight();
        ScalarField field = chart.field();
        double x = xAxis.getLowerBound() + across * xAxis.getRange().getLength();
        double y = yAxis.getLowerBound() + up * yAxis.getRange().getLength();
        double value = field.z(
                index(x, field.xLimits().lower(), field.xLimits().upper(), field.columns()),
                index(y, field.yLimits().lower(), field.yLimits().upper(), field.rows()));
        int below =
                (int) chart.levels().stream().filter(level -> level <= value).count();
        return canvas.look().ground(below, chart.levels().size());
    }

    private static int index(double place, double lower, double upper, int count) {
        int index = (int) Math.round((place - lower) / (upper - lower) * (count - 1));
        return Math.max(0, Math.min(index, count - 1));
    }

    private void drawArrow(Canvas canvas, Arrow arrow) {
        Point2D from = canvas.at(
                xAxis.position(arrow.from().x()), yAxis.position(arrow.from().y()));
        Point2D to = canvas.at(
                xAxis.position(arrow.to().x()), yAxis.position(arrow.to().y()));
        double length = from.distance(to);
        double head = Math.min(ARROW_HEAD, 0.6 * length);
        if (length == 0) {
            return;
        }
        double part = Math.max(0, 1 - 0.75 * head / length);
        Line2D shaft = new Line2D.Double(
                from.getX(),
                from.getY(),
                from.getX() + part * (to.getX() - from.getX()),
                from.getY() + part * (to.getY() - from.getY()));
        Shape tip = Shapes.arrowHead(from.getX(), from.getY(), to.getX(), to.getY(), head);
        canvas.draw(shaft, canvas.look().halo(), ARROW_GROUND);
        canvas.draw(tip, canvas.look().halo(), Look.THICK);
        canvas.draw(shaft, canvas.identities().color(arrow.color()), ARROW);
        canvas.fill(tip, canvas.identities().color(arrow.color()));
    }

    private List<Shape> marks(AffineTransform toPixels) {
        List<Shape> shapes = new ArrayList<>();
        chart.marks().forEach(mark -> shapes.add(Canvas.moved(Shapes.symbol(mark.symbol()), at(toPixels, mark))));
        for (Arrow arrow : chart.arrows()) {
            shapes.add(toPixels.createTransformedShape(new Line2D.Double(
                    xAxis.position(arrow.from().x()),
                    yAxis.position(arrow.from().y()),
                    xAxis.position(arrow.to().x()),
                    yAxis.position(arrow.to().y()))));
        }
        return shapes;
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        List<Shape> shapes = new ArrayList<>(paths().obstacles(toPixels));
        shapes.addAll(marks(toPixels));
        return shapes;
    }

    /** The paths, the arrows and the marks, each name once. */
    @Override
    public List<LegendEntry> legend() {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        LegendEntry.ofLines(chart.paths(), chart.legend() != LegendPlace.LINE_ENDS)
                .forEach(entry -> entries.putIfAbsent(entry.label(), entry));
        for (Arrow arrow : chart.arrows()) {
            double half = LegendEntry.WIDTH / 2;
            entries.putIfAbsent(arrow.name(), new LegendEntry(arrow.name(), canvas -> {
                Color color = canvas.identities().color(arrow.color());
                canvas.draw(new Line2D.Double(-half, 0, half - 0.75 * ARROW_HEAD, 0), color, ARROW);
                canvas.fill(Shapes.arrowHead(-half, 0, half, 0, ARROW_HEAD), color);
            }));
        }
        chart.marks().forEach(mark -> entries.putIfAbsent(mark.name(), LegendEntry.ofMark(mark)));
        entries.remove("");
        return List.copyOf(entries.values());
    }
}
