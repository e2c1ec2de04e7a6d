package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Mark;
import org.gradus.chart.Series;
import org.gradus.chart.render.shape.Shapes;

/**
 * One line of a legend.
 *
 * @param label what it says
 * @param sample draws a sample of what it explains around (0, 0), {@link #WIDTH} wide
 */
record LegendEntry(String label, Consumer<Canvas> sample) {
    static final double WIDTH = 30;
    private static final double BAND = 9;

    /**
     * One entry for each name, which has a color, and, if lines have roles, one for each role, which has a style.
     *
     * @param series the lines; those without a name or role are left out
     * @param names whether names are explained; not if they stand at the ends of the lines
     */
    static List<LegendEntry> ofLines(List<Series> series, boolean names) {
        Map<String, LegendEntry> byName = new LinkedHashMap<>();
        Map<String, LegendEntry> byRole = new LinkedHashMap<>();
        boolean roles = series.stream().anyMatch(each -> !each.role().isEmpty());
        for (Series each : series) {
            if (names && !each.name().isEmpty()) {
                byName.putIfAbsent(each.name(), ofLine(each, roles ? LineStyle.SOLID : each.style()));
            }
            if (!each.role().isEmpty()) {
                byRole.putIfAbsent(
                        each.role(),
                        new LegendEntry(
                                each.role(),
                                canvas -> drawLine(canvas, canvas.look().softInk(), each.style())));
            }
        }
        List<LegendEntry> entries = new ArrayList<>(byName.values());
        entries.addAll(byRole.values());
        return entries;
    }

    private static LegendEntry ofLine(Series series, LineStyle style) {
        return new LegendEntry(series.name(), canvas -> {
            Identities identities = canvas.identities();
            Color color = identities.color(series.color());
            if (series.hasBand()) {
                canvas.fill(new Rectangle2D.Double(-WIDTH / 2, -BAND / 2, WIDTH, BAND), Look.band(color));
            }
            drawLine(canvas, style == LineStyle.FAINT ? Look.faint(color) : color, style);
            if (identities.shapesNeeded() && style != LineStyle.FAINT) {
                canvas.fill(identities.shape(series.color(), Look.DOT), color);
            }
        });
    }

    private static void drawLine(Canvas canvas, Color color, LineStyle style) {
        Stroke stroke = Look.stroke(style);
        canvas.draw(new Line2D.Double(-WIDTH / 2, 0, WIDTH / 2, 0), color, stroke);
    }

    static LegendEntry ofMark(Mark mark) {
        return new LegendEntry(mark.name(), canvas -> drawMark(canvas, mark.symbol(), new Point2D.Double()));
    }

    /** Draws a mark, in a legend as on a map. */
    static void drawMark(Canvas canvas, Mark.Symbol symbol, Point2D at) {
        Shape shape = Canvas.moved(Shapes.symbol(symbol), at);
        if (symbol == Mark.Symbol.CROSS) {
            canvas.draw(shape, canvas.look().halo(), Look.haloStroke(LineStyle.SOLID));
        } else {
            canvas.fill(shape, canvas.look().symbolFill(symbol));
        }
        canvas.draw(shape, canvas.look().symbolInk(symbol), Look.symbolStroke(symbol));
    }
}
