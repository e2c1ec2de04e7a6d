package org.gradus.chart.render.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.DiagramChart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LineChart;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.ScatterChart;

/** What one plot shows: its axes, what is between them, and what its legend says. One implementation for each kind of chart. */
interface Content {

    Chart chart();

    ScaledAxis xAxis();

    ScaledAxis yAxis();

    /** The colors and names of colors of its lines, paths or bars, which are to be told apart by more than color. */
    default List<String> lineColors() {
        return List.of();
    }

    /** The colors and names of colors of what else it shows within the axes. */
    default List<String> otherColors() {
        return List.of();
    }

    /** The colors and names of colors, those of the reference lines too, in the order in which they are given out. */
    default Stream<String> colors() {
        Stream<String> lines = Stream.of(xAxis(), yAxis())
                .flatMap(axis -> axis.lines().stream())
                .map(ReferenceLine::color)
                .filter(color -> !color.isEmpty());
        return Stream.of(lineColors().stream(), otherColors().stream(), lines).flatMap(colors -> colors);
    }

    /** Whether grid lines help to read it. */
    default boolean hasGrid() {
        return true;
    }

    /** Draws what is within the axes. */
    void draw(Canvas canvas);

    /** What a legend or a label is not to cover, in pixels. */
    List<Shape> obstacles(AffineTransform toPixels);

    /** What the legend says. */
    List<LegendEntry> legend();

    /** How wide what stands at the right of the plot is. */
    default double roomAtRight() {
        return 0;
    }

    /** Draws what stands at the right of the plot. */
    default void drawAtRight(Canvas canvas) {}

    /** A remark in the middle of a plot that shows nothing; empty if it shows something. */
    default String remark() {
        return "";
    }

    /** How a chart's plot is drawn; panels are several, see {@link PanelGrid}. */
    static Content of(Chart chart, Look look, Rectangle2D area) {
        if (chart instanceof LineChart lines) {
            return LineContent.of(lines, look, area);
        } else if (chart instanceof ContourChart contours) {
            return ContourContent.of(contours, look);
        } else if (chart instanceof ScatterChart points) {
            return ScatterContent.of(points, look);
        } else if (chart instanceof HeatMapChart cells) {
            return HeatMapContent.of(cells, look, area);
        } else if (chart instanceof BarChart bars) {
            return BarContent.of(bars, look, area);
        } else if (chart instanceof HistogramChart histograms) {
            return HistogramContent.of(histograms, look);
        } else if (chart instanceof IntervalChart rows) {
            return IntervalContent.of(rows, look, area);
        } else if (chart instanceof DiagramChart diagram) {
            return DiagramContent.of(diagram, look);
        }
        throw new IllegalArgumentException(
                "charts: " + chart.getClass().getSimpleName() + " has no content; add it to the list in Content");
    }
}
