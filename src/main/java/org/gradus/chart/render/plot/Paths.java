package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.chart.render.shape.Shapes;

/**
 * Paths across a map: first the grounds of all, then the lines of all, so that none cuts another; then the steps, and on top of all where each
 * begins and ends.
 *
 * @param paths the paths
 * @param plotted the same in positions
 */
record Paths(List<Series> paths, List<PlottedSeries> plotted) {
    private static final int MOST_STEPS = 80;
    private static final BasicStroke RING = new BasicStroke(1.8f);
    private static final double LABEL_DISTANCE = 9;

    static Paths of(List<Series> paths, ScaledAxis x, ScaledAxis y) {
        return new Paths(
                paths, paths.stream().map(path -> new PlottedSeries(path, x, y)).toList());
    }

    private Color color(Canvas canvas, int path) {
        Color full = canvas.identities().color(paths.get(path).color());
        return paths.get(path).style() == LineStyle.FAINT ? Look.faint(full) : full;
    }

    void drawLines(Canvas canvas) {
        for (int i = 0; i < paths.size(); i++) {
            canvas.draw(
                    canvas.placed(plotted.get(i).line()),
                    canvas.look().halo(),
                    Look.haloStroke(paths.get(i).style()));
        }
        for (int i = 0; i < paths.size(); i++) {
            canvas.draw(
                    canvas.placed(plotted.get(i).line()),
                    color(canvas, i),
                    Look.stroke(paths.get(i).style()));
        }
        for (int i = 0; i < paths.size(); i++) {
            Path2D steps = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (int j = 0; j < plotted.get(i).size() && plotted.get(i).size() <= MOST_STEPS; j++) {
                if (!Double.isNaN(plotted.get(i).y(j))) {
                    steps.append(Canvas.moved(shape(canvas.identities(), i, Look.STEP_DOT), at(canvas, i, j)), false);
                }
            }
            if (steps.getCurrentPoint() != null) {
                canvas.fill(steps, color(canvas, i));
            }
        }
    }

    /** Lines that are no paths: without steps, beginnings and ends. */
    void drawBoundaries(Canvas canvas) {
        for (int i = 0; i < paths.size(); i++) {
            Shape line = canvas.placed(plotted.get(i).line());
            canvas.draw(line, canvas.look().halo(), Look.haloStroke(paths.get(i).style()));
            canvas.draw(line, color(canvas, i), Look.stroke(paths.get(i).style()));
        }
    }

    private Point2D at(Canvas canvas, int path, int point) {
        return canvas.at(plotted.get(path).x(point), plotted.get(path).y(point));
    }

    private Shape shape(Identities identities, int path, double size) {
        return identities.shapesNeeded() ? identities.shape(paths.get(path).color(), size) : Shapes.dot(size);
    }

    /** A ring where each path begins. */
    void drawStarts(Canvas canvas) {
        for (int i = 0; i < paths.size(); i++) {
            if (plotted.get(i).end() > 0 && !Double.isNaN(plotted.get(i).y(0))) {
                Shape ring = Canvas.moved(Shapes.dot(Look.DOT), at(canvas, i, 0));
                canvas.fill(ring, canvas.look().background());
                canvas.draw(ring, color(canvas, i), RING);
            }
        }
    }

    /** A larger dot, or its shape, where each path ends. */
    void drawEnds(Canvas canvas) {
        for (int i = 0; i < paths.size(); i++) {
            int end = plotted.get(i).end();
            if (end >= 0) {
                Shape dot = Canvas.moved(shape(canvas.identities(), i, Look.END_DOT), at(canvas, i, end));
                canvas.draw(dot, canvas.look().background(), Look.THICK);
                canvas.fill(dot, color(canvas, i));
            }
        }
    }

    List<Shape> obstacles(AffineTransform toPixels) {
        return plotted.stream()
                .flatMap(path -> path.obstacles().stream())
                .map(toPixels::createTransformedShape)
                .toList();
    }

    /** A name and its place beside the end of its path. */
    private record Name(String text, Color color, Rectangle2D box) {}

    /** Each name beside the end of its path, where it covers no path and no other name, if there is such a place. */
    private List<Name> names(Canvas canvas, List<Shape> marks) {
        List<Shape> taken = new ArrayList<>(marks);
        taken.addAll(obstacles(canvas.toPixels()));
        taken.add(canvas.legend());
        List<Rectangle2D> boxes = new ArrayList<>();
        Map<String, Name> names = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            int end = plotted.get(i).end();
            String name = paths.get(i).name();
            if (end >= 0 && !name.isEmpty() && !names.containsKey(name)) {
                Rectangle2D box = placeOfName(canvas, name, at(canvas, i, end), taken, boxes);
                boxes.add(box);
                names.put(name, new Name(name, color(canvas, i), box));
            }
        }
        return List.copyOf(names.values());
    }

    /** What other labels are not to cover. */
    List<Shape> boxesOfNames(Canvas canvas, List<Shape> marks) {
        return names(canvas, marks).stream().map(name -> (Shape) name.box()).toList();
    }

    void drawNames(Canvas canvas, List<Shape> marks) {
        for (Name name : names(canvas, marks)) {
            canvas.fill(name.box(), canvas.look().box());
            canvas.write(
                    name.text(),
                    Look.TEXT,
                    name.color(),
                    name.box().getX() + 2,
                    name.box().getY() + Look.TEXT.getSize2D());
        }
    }

    private static Rectangle2D placeOfName(
            Canvas canvas, String name, Point2D end, List<Shape> taken, List<Rectangle2D> names) {
        Font font = Fonts.able(Look.TEXT, name);
        double width = Look.width(name, font) + 4;
        double height = Look.height(font);
        List<Rectangle2D> places = new ArrayList<>();
        for (int ring = 1; ring <= 5; ring++) {
            double away = ring * LABEL_DISTANCE;
            for (int[] side : new int[][] {{1, 0}, {1, -1}, {1, 1}, {0, -1}, {0, 1}, {-1, 0}, {-1, -1}, {-1, 1}}) {
                double x = end.getX() + side[0] * away - (side[0] < 0 ? width : side[0] == 0 ? width / 2 : 0);
                double y = end.getY() + side[1] * away - (side[1] < 0 ? height : side[1] == 0 ? height / 2 : 0);
                places.add(new Rectangle2D.Double(x, y, width, height));
            }
        }
        Rectangle2D data = canvas.data();
        List<Rectangle2D> apart = places.stream()
                .filter(data::contains)
                .filter(place -> names.stream().noneMatch(place::intersects))
                .toList();
        return apart.stream()
                .filter(place -> taken.stream().noneMatch(shape -> shape.intersects(place)))
                .findFirst()
                .orElseGet(() -> apart.isEmpty() ? inside(places.get(0), data) : apart.get(0));
    }

    private static Rectangle2D inside(Rectangle2D box, Rectangle2D data) {
        double x = Math.max(data.getX(), Math.min(box.getX(), data.getMaxX() - box.getWidth()));
        double y = Math.max(data.getY(), Math.min(box.getY(), data.getMaxY() - box.getHeight()));
        return new Rectangle2D.Double(x, y, box.getWidth(), box.getHeight());
    }
}
