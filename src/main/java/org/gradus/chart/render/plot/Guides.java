package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.ReferenceLine;

/** The reference lines of a plot, with their labels where they cover neither data nor one another, if there is such a place. */
final class Guides {
    private static final double GAP = 4;
    private static final double BETWEEN = 8;
    private static final int ROWS = 5;

    /** A label and where it stands. */
    private record Placed(String text, Color color, Rectangle2D box) {

        /** Whether the two would be read as one. */
        boolean touches(Rectangle2D other) {
            return other.intersects(box.getX() - BETWEEN, box.getY(), box.getWidth() + 2 * BETWEEN, box.getHeight());
        }
    }

    private final Canvas canvas;
    private final Content content;
    private final List<Shape> obstacles;
    private final List<Placed> labels = new ArrayList<>();

    Guides(Content content, Canvas canvas) {
        this.content = content;
        this.canvas = canvas;
        this.obstacles = new ArrayList<>(content.obstacles(canvas.toPixels()));
        content.xAxis().lines().forEach(line -> place(line, true));
        content.yAxis().lines().forEach(line -> place(line, false));
    }

    private double pixel(ReferenceLine line, boolean upright) {
        return upright
                ? canvas.at(content.xAxis().position(line.at()), 0).getX()
                : canvas.at(0, content.yAxis().position(line.at())).getY();
    }

    private Color color(ReferenceLine line) {
        return line.color().isEmpty()
                ? canvas.look().softInk()
                : canvas.identities().color(line.color());
    }

    private void place(ReferenceLine line, boolean upright) {
        Rectangle2D data = canvas.data();
        double at = pixel(line, upright);
        boolean seen = upright ? at >= data.getX() && at <= data.getMaxX() : at >= data.getY() && at <= data.getMaxY();
        if (line.label().isEmpty() || !seen) {
            return;
        }
        String text = Look.cut(line.label(), Fonts.able(Look.TEXT, line.label()), 0.6 * data.getWidth());
        double width = Look.width(text, Fonts.able(Look.TEXT, text));
        double height = Look.height(Look.TEXT);
        List<Rectangle2D> places = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double above = data.getY() + GAP + row * height;
            double below = data.getMaxY() - GAP - (row + 1) * height;
            double[] acrossStarts = {at + GAP, at - GAP - width};
            if (upright) {
                for (double y : new double[] {above, below}) {
                    for (double x : acrossStarts) {
                        places.add(new Rectangle2D.Double(x, y, width, height));
                    }
                }
            } else {
                double step = row * 0.2 * data.getWidth();
                places.add(new Rectangle2D.Double(data.getMaxX() - GAP - width - step, at - height - 1, width, height));
                places.add(new Rectangle2D.Double(data.getMaxX() - GAP - width - step, at + 1, width, height));
            }
        }
        labels.add(new Placed(text, color(line), best(places)));
    }

    /** The first place that covers nothing, else the first that touches no other label, else the first. */
    private Rectangle2D best(List<Rectangle2D> places) {
        List<Rectangle2D> inside =
                places.stream().filter(place -> canvas.data().contains(place)).toList();
        List<Rectangle2D> apart = inside.stream()
                .filter(place -> labels.stream().noneMatch(label -> label.touches(place)))
                .toList();
        return apart.stream()
                .filter(place -> obstacles.stream().noneMatch(shape -> shape.intersects(place)))
                .findFirst()
                .orElseGet(() -> apart.isEmpty() ? places.get(0) : apart.get(0));
    }

    /** What a legend is not to cover. */
    List<Shape> boxes() {
        return labels.stream().map(label -> (Shape) label.box()).toList();
    }

    void drawLines() {
        content.xAxis().lines().forEach(line -> draw(line, true));
        content.yAxis().lines().forEach(line -> draw(line, false));
    }

    private void draw(ReferenceLine line, boolean upright) {
        Rectangle2D data = canvas.data();
        double at = pixel(line, upright);
        canvas.draw(
                upright
                        ? new Line2D.Double(at, data.getY(), at, data.getMaxY())
                        : new Line2D.Double(data.getX(), at, data.getMaxX(), at),
                color(line),
                Look.referenceStroke(line.style()));
    }

    void drawLabels() {
        for (Placed label : labels) {
            Rectangle2D box = label.box();
            canvas.fill(
                    new Rectangle2D.Double(box.getX() - 1, box.getY(), box.getWidth() + 2, box.getHeight()),
                    canvas.look().box());
            canvas.write(label.text(), Look.TEXT, label.color(), box.getX(), box.getY() + Look.TEXT.getSize2D());
        }
    }
}
