package org.gradus.chart.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;

/** Builds the legend of a line chart and finds the place for it. */
final class LegendLayout {

    private static final List<LegendPlace> INSIDE = List.of(
            LegendPlace.TOP_RIGHT,
            LegendPlace.TOP_LEFT,
            LegendPlace.BOTTOM_RIGHT,
            LegendPlace.BOTTOM_LEFT,
            LegendPlace.RIGHT,
            LegendPlace.LEFT,
            LegendPlace.TOP,
            LegendPlace.BOTTOM);

    private LegendLayout() {}

    /**
     * The legend: a sample of each named line, one under the other.
     *
     * @param room the largest width of a name, which is cut if longer
     */
    static LegendTitle legend(List<Series> series, Map<String, String> colors, Look look, double room) {
        LegendItemCollection items = new LegendItemCollection();
        Set<String> seen = new HashSet<>(Set.of(""));
        for (Series each : series) {
            if (seen.add(each.name())) {
                items.add(item(each, colors, look, room));
            }
        }
        LegendTitle legend = new LegendTitle(
                () -> items,
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 8, 2),
                new ColumnArrangement(HorizontalAlignment.LEFT, VerticalAlignment.TOP, 0, 0));
        legend.setPosition(RectangleEdge.RIGHT);
        look.style(legend);
        return legend;
    }

    private static LegendItem item(Series series, Map<String, String> colors, Look look, double room) {
        double half = Look.SAMPLE_WIDTH / 2;
        Shape line = new Line2D.Double(-half, 0, half, 0);
        Shape band = new Rectangle2D.Double(-half, -Look.SAMPLE_HEIGHT / 2, Look.SAMPLE_WIDTH, Look.SAMPLE_HEIGHT);
        Color color = look.color(colors, series);
        return new LegendItem(
                Look.legendText(series.name(), room),
                null,
                null,
                null,
                series.hasBand(),
                band,
                true,
                look.bandColor(colors, series),
                false,
                color,
                Look.stroke(LineStyle.SOLID),
                true,
                line,
                Look.stroke(series.style()),
                color);
    }

    /**
     * Chooses the first place inside the plot, in the order of {@link LegendPlace}, where the legend covers no data.
     *
     * @param plot the plot's rectangle
     * @param legend the legend's size
     * @param data the drawn lines and bands
     * @return a place inside the plot, or {@link LegendPlace#OUTSIDE} if every place covers something or the legend is wide
     */
    static LegendPlace best(Rectangle2D plot, Size2D legend, List<Shape> data) {
        if (legend.width > Look.WIDEST_INSIDE * plot.getWidth()) {
            return LegendPlace.OUTSIDE;
        }
        for (LegendPlace place : INSIDE) {
            Rectangle2D box = box(place, plot, legend);
            double gap = Look.LEGEND_GAP / 2;
            box.setRect(box.getX() - gap, box.getY() - gap, box.getWidth() + 2 * gap, box.getHeight() + 2 * gap);
            if (plot.contains(box) && data.stream().noneMatch(shape -> shape.intersects(box))) {
                return place;
            }
        }
        return LegendPlace.OUTSIDE;
    }

    /** The rectangle of a legend at a place inside the plot. */
    static Rectangle2D box(LegendPlace place, Rectangle2D plot, Size2D legend) {
        double across = switch (place) {
            case TOP_LEFT, LEFT, BOTTOM_LEFT -> 0;
            case TOP, BOTTOM -> 0.5;
            default -> 1;
        };
        double down = switch (place) {
            case TOP_LEFT, TOP, TOP_RIGHT -> 0;
            case LEFT, RIGHT -> 0.5;
            default -> 1;
        };
        double gap = Look.LEGEND_GAP;
        double x = plot.getX() + gap + across * (plot.getWidth() - legend.width - 2 * gap);
        double y = plot.getY() + gap + down * (plot.getHeight() - legend.height - 2 * gap);
        return new Rectangle2D.Double(x, y, legend.width, legend.height);
    }
}
