package org.gradus.chart.render.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.ContourLines;

/** The values of level lines, each written along its line where it is straight and nothing is in the way; a line without such a place has none. */
final class LevelLabels {
    private static final double SHORTEST_LINE = 90;
    private static final double PADDING = 4;
    private static final double STRAIGHT = 0.97;
    private static final int TRIES = 48;
    private static final double APART = 40;

    /** A text, turned around its middle. */
    record Label(String text, Point2D middle, double angle, double width) {
        /** The upright rectangle around it. */
        Rectangle2D box() {
            double height = Look.SMALL.getSize2D() + 2;
            double cos = Math.abs(FastMath.cos(angle));
            double sin = Math.abs(FastMath.sin(angle));
            double across = width * cos + height * sin;
            double up = width * sin + height * cos;
            return new Rectangle2D.Double(middle.getX() - across / 2, middle.getY() - up / 2, across, up);
        }
    }

    private final Rectangle2D data;
    private final AffineTransform toPixels;
    private final List<Shape> obstacles;
    private final List<Label> labels = new ArrayList<>();

    LevelLabels(Rectangle2D data, AffineTransform toPixels, List<Shape> obstacles) {
        this.data = data;
        this.toPixels = toPixels;
        this.obstacles = obstacles;
    }

    List<Label> labels() {
        return List.copyOf(labels);
    }

    /** Finds a place on the longest of the lines of a level. */
    void add(double level, List<ContourLines.Line> lines) {
        String text = Ticks.number(level);
        double width = Look.width(text, Look.SMALL) + 2 * PADDING;
        lines.stream()
                .map(this::pixels)
                .filter(line -> line.get(line.size() - 1)[2] >= SHORTEST_LINE)
                .sorted(Comparator.comparing(line -> -line.get(line.size() - 1)[2]))
                .limit(3)
                .flatMap(line -> candidates(line, text, width).stream())
                .filter(this::isFree)
                .min(Comparator.comparing(label -> Math.abs(label.angle())))
                .ifPresent(labels::add);
    }

    /** Each vertex in pixels, with the length of the line up to it. */
    private List<double[]> pixels(ContourLines.Line line) {
        List<double[]> points = new ArrayList<>();
        double length = 0;
        List<ContourLines.Vertex> vertices = new ArrayList<>(line.vertices());
        if (line.closed()) {
            vertices.add(vertices.get(0));
        }
        for (ContourLines.Vertex vertex : vertices) {
            Point2D at = toPixels.transform(new Point2D.Double(vertex.x(), vertex.y()), null);
            if (!points.isEmpty()) {
                double[] before = points.get(points.size() - 1);
                length += at.distance(before[0], before[1]);
            }
            points.add(new double[] {at.getX(), at.getY(), length});
        }
        return points;
    }

    private static List<Label> candidates(List<double[]> line, String text, double width) {
        List<Label> candidates = new ArrayList<>();
        double length = line.get(line.size() - 1)[2];
        for (int i = 0; i < TRIES; i++) {
            double start = (length - width) * (i + 0.5) / TRIES;
            Point2D from = along(line, start);
            Point2D to = along(line, start + width);
            if (from.distance(to) >= STRAIGHT * width) {
                double angle = FastMath.atan2(to.getY() - from.getY(), to.getX() - from.getX());
                double readable =
                        angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
                Point2D middle = new Point2D.Double((from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2);
                candidates.add(new Label(text, middle, readable, width));
            }
        }
        return candidates;
    }

    private static Point2D along(List<double[]> line, double length) {
        int next = 1;
        while (next < line.size() - 1 && line.get(next)[2] < length) {
            next++;
        }
        double[] from = line.get(next - 1);
        double[] to = line.get(next);
        double part = to[2] == from[2] ? 0 : (length - from[2]) / (to[2] - from[2]);
        return new Point2D.Double(from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1]));
    }

    private boolean isFree(Label label) {
        Rectangle2D box = label.box();
        return data.contains(box)
                && labels.stream()
                        .noneMatch(other ->
                                other.box().intersects(box) || other.middle().distance(label.middle()) < APART)
                && obstacles.stream().noneMatch(shape -> shape.intersects(box));
    }

    void draw(Canvas canvas, ContourContent ground) {
        for (Label label : labels) {
            AffineTransform before = canvas.g2().getTransform();
            canvas.g2().translate(label.middle().getX(), label.middle().getY());
            canvas.g2().rotate(label.angle());
            double half = label.width() / 2;
            double height = Look.SMALL.getSize2D();
            canvas.fill(
                    new Rectangle2D.Double(-half + 1, -height / 2, 2 * half - 2, height),
                    ground.groundAt(label.middle(), canvas));
            canvas.write(label.text(), Look.SMALL, canvas.look().ink(), -half + PADDING, 0.36 * height);
            canvas.g2().setTransform(before);
        }
    }
}
