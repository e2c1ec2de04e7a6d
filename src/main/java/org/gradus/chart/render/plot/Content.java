package org.gradus.chart.render.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.Arrow;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.ScatterChart;
import org.gradus.chart.Series;

/** What one plot shows: its axes, what is between them, and what its legend says. One implementation for each kind of chart. */
interface Content {

    ScaledAxis xAxis();

    ScaledAxis yAxis();

    /** The lines across at values of the horizontal axis. */
    List<ReferenceLine> uprights();

    /** The lines across at values of the vertical axis. */
    List<ReferenceLine> levels();

    LegendPlace legendPlace();

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
    static Content of(Chart chart, Identities identities, Look look, Rectangle2D area) {
        if (chart instanceof LineChart lines) {
            return new LineContent(lines, identities, look, area);
        } else if (chart instanceof ContourChart contours) {
            return new ContourContent(contours, identities, look);
        } else if (chart instanceof ScatterChart points) {
            return new ScatterContent(points, identities, look);
        } else if (chart instanceof HeatMapChart cells) {
            return new HeatMapContent(cells, identities, look, area);
        } else if (chart instanceof BarChart bars) {
            return new BarContent(bars, identities, look, area);
        } else if (chart instanceof HistogramChart histograms) {
            return new HistogramContent(histograms, identities, look);
        } else if (chart instanceof IntervalChart rows) {
            return new IntervalContent(rows, identities, look, area);
        }
        throw new IllegalArgumentException(
                "charts: " + chart.getClass().getSimpleName() + " has no content; add it to the lists in Content");
    }

    /** The colors and names of colors in a chart, in the order in which they are given out. */
    static List<String> colors(Chart chart) {
        Stream<String> colors;
        if (chart instanceof Panels panels) {
            colors = panels.charts().stream().flatMap(panel -> colors(panel).stream());
        } else if (chart instanceof LineChart lines) {
            colors = all(List.of(lines.series().stream().map(Series::color), lines(lines.x()), lines(lines.y())));
        } else if (chart instanceof ContourChart contours) {
            colors = all(List.of(
                    contours.paths().stream().map(Series::color),
                    contours.arrows().stream().map(Arrow::color),
                    lines(contours.x()),
                    lines(contours.y())));
        } else if (chart instanceof ScatterChart points) {
            colors = all(List.of(points.classes().stream().map(Series::color), lines(points.x()), lines(points.y())));
        } else if (chart instanceof HeatMapChart cells) {
            colors = all(List.of(cells.lines().stream().map(Series::color), lines(cells.x()), lines(cells.y())));
        } else if (chart instanceof BarChart bars) {
            colors = all(List.of(bars.series().stream().map(Series::color), lines(bars.y())));
        } else if (chart instanceof HistogramChart histograms) {
            colors = all(List.of(
                    histograms.histograms().stream().map(Histogram::color),
                    lines(histograms.x()),
                    lines(histograms.y())));
        } else {
            IntervalChart rows = (IntervalChart) chart;
            colors = all(List.of(rows.rows().stream().map(IntervalChart.Row::color), lines(rows.x())));
        }
        return colors.distinct().toList();
    }

    /** Those of the lines, paths and bars, which are to be told apart by more than color. */
    static List<String> lineColors(Chart chart) {
        Stream<String> colors = Stream.empty();
        if (chart instanceof Panels panels) {
            colors = panels.charts().stream().flatMap(panel -> lineColors(panel).stream());
        } else if (chart instanceof LineChart lines) {
            colors = lines.series().stream().map(Series::color);
        } else if (chart instanceof ContourChart contours) {
            colors = contours.paths().stream().map(Series::color);
        } else if (chart instanceof BarChart bars) {
            colors = bars.series().stream().map(Series::color);
        } else if (chart instanceof HistogramChart histograms) {
            colors = histograms.histograms().stream().map(Histogram::color);
        }
        return colors.distinct().toList();
    }

    private static Stream<String> all(List<Stream<String>> parts) {
        return parts.stream().flatMap(part -> part);
    }

    private static Stream<String> lines(Axis axis) {
        return axis.lines().stream().map(ReferenceLine::color).filter(color -> !color.isEmpty());
    }
}
