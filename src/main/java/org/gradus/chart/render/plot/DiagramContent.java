package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.Axis;
import org.gradus.chart.DiagramChart;
import org.gradus.chart.Limits;
import org.gradus.chart.LineStyle;
import org.gradus.chart.render.shape.Shapes;

/** Draws boxes in rows and columns, below them the arrows, and above both what stands at the arrows. */
record DiagramContent(DiagramChart chart, ScaledAxis xAxis, ScaledAxis yAxis) implements Content {
    private static final Font NAME = Look.PANEL_TITLE;
    private static final double PADDING = 7;
    private static final double CORNER = 8;
    private static final double HEAD = 9;
    private static final double TINT = 0.14;

    /** Between a label and the head of its arrow: where it ends, an arrow is apart from others that begin at the same box. */
    private static final double GAP = 5;

    static DiagramContent of(DiagramChart chart, Look look) {
        return new DiagramContent(
                chart,
                hidden(chart, DiagramChart.Box::column, look),
                hidden(chart, box -> -box.row(), look)); // rows count from the top
    }

    private static ScaledAxis hidden(DiagramChart chart, ToDoubleFunction<DiagramChart.Box> place, Look look) {
        double lower = chart.boxes().stream().mapToDouble(place).min().orElseThrow();
        double upper = chart.boxes().stream().mapToDouble(place).max().orElseThrow();
        ScaledAxis axis = new ScaledAxis(Axis.linear(""), new Limits(lower - 0.5, upper + 0.5), false, look);
        axis.setVisible(false);
        return axis;
    }

    @Override
    public List<String> otherColors() {
        return chart.boxes().stream().map(DiagramChart.Box::color).toList();
    }

    @Override
    public boolean hasGrid() {
        return false;
    }

    @Override
    public void draw(Canvas canvas) {
        Map<String, Rectangle2D> places = places(canvas.toPixels());
        for (DiagramChart.Link link : chart.links()) {
            CubicCurve2D curve = curve(places.get(link.from()), places.get(link.to()));
            canvas.draw(curve, canvas.look().outline(), Look.referenceStroke(link.style()));
            canvas.fill(
                    Shapes.arrowHead(curve.getX2() - HEAD, curve.getY2(), curve.getX2(), curve.getY2(), HEAD),
                    canvas.look().outline());
        }
        chart.boxes().forEach(box -> draw(canvas, box, places.get(box.name())));
        for (DiagramChart.Link link : chart.links()) {
            label(canvas, link, curve(places.get(link.from()), places.get(link.to())));
        }
    }

    private Map<String, Rectangle2D> places(AffineTransform toPixels) {
        Map<String, Rectangle2D> places = new LinkedHashMap<>();
        for (DiagramChart.Box box : chart.boxes()) {
            Point2D center = toPixels.transform(new Point2D.Double(box.column(), -box.row()), null);
            double width = 2 * PADDING + Math.max(width(box.name(), NAME), width(box.remark(), Look.SMALL));
            double height = 2 * PADDING + Look.height(NAME) + (box.remark().isEmpty() ? 0 : Look.height(Look.SMALL));
            places.put(
                    box.name(),
                    new Rectangle2D.Double(center.getX() - width / 2, center.getY() - height / 2, width, height));
        }
        return places;
    }

    private static double width(String text, Font font) {
        return Look.width(text, Fonts.able(font, text));
    }

    private static CubicCurve2D curve(Rectangle2D from, Rectangle2D to) {
        double bend = Math.max(HEAD, (to.getX() - from.getMaxX()) / 2);
        return new CubicCurve2D.Double(
                from.getMaxX(),
                from.getCenterY(),
                from.getMaxX() + bend,
                from.getCenterY(),
                to.getX() - bend,
                to.getCenterY(),
                to.getX(),
                to.getCenterY());
    }

    private static void draw(Canvas canvas, DiagramChart.Box box, Rectangle2D place) {
        Color color = canvas.identities().color(box.color());
        Shape shape = new RoundRectangle2D.Double(
                place.getX(), place.getY(), place.getWidth(), place.getHeight(), CORNER, CORNER);
        canvas.fill(shape, canvas.look().background());
        canvas.fill(shape, Look.withAlpha(color, (int) (255 * TINT)));
        canvas.draw(shape, color, Look.stroke(LineStyle.SOLID));
        double baseline = place.getY() + PADDING + NAME.getSize2D();
        center(canvas, box.name(), NAME, canvas.look().ink(), place.getCenterX(), baseline);
        if (!box.remark().isEmpty()) {
            center(
                    canvas,
                    box.remark(),
                    Look.SMALL,
                    canvas.look().softInk(),
                    place.getCenterX(),
                    baseline + Look.height(Look.SMALL));
        }
    }

    private static void center(Canvas canvas, String text, Font font, Color color, double x, double baseline) {
        canvas.write(text, font, color, x - width(text, font) / 2, baseline);
    }

    private static void label(Canvas canvas, DiagramChart.Link link, CubicCurve2D curve) {
        if (link.label().isEmpty()) {
            return;
        }
        double width = width(link.label(), Look.SMALL);
        double height = Look.height(Look.SMALL);
        double x = curve.getX2() - HEAD - GAP - width / 2;
        double y = curve.getY2();
        canvas.fill(
                new Rectangle2D.Double(x - width / 2 - 2, y - height / 2, width + 4, height),
                canvas.look().box());
        center(canvas, link.label(), Look.SMALL, canvas.look().ink(), x, y + Look.SMALL.getSize2D() / 2.6);
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        return List.copyOf(places(toPixels).values());
    }

    @Override
    public List<LegendEntry> legend() {
        return List.of();
    }
}
