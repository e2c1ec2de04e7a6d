package org.gradus.chart.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.Palette;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Turns the description of a line chart into a JFreeChart of a given size. */
final class LineChartRenderer {

    private static final int LINES = 0;
    private static final int DOTS = 1;

    private final LineChart chart;
    private final Look look;
    private final Rectangle2D area;
    private final Map<String, String> colors;
    private final ScaledAxis xAxis;
    private final ScaledAxis yAxis;
    private final List<PlottedSeries> plotted;

    private LineChartRenderer(LineChart chart, Look look, Rectangle2D area) {
        this.look = look;
        this.chart = chart;
        this.area = area;
        this.colors = Palette.colors(chart.series().stream().map(Series::color).toList());
        this.xAxis = xAxis(chart);
        this.yAxis = yAxis(chart);
        this.plotted = chart.series().stream()
                .map(series -> new PlottedSeries(series, xAxis, yAxis))
                .toList();
    }

    static JFreeChart render(LineChart chart, Look look, Rectangle2D area) {
        return new LineChartRenderer(chart, look, area).render();
    }

    private static ScaledAxis xAxis(LineChart chart) {
        double[] values = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(Point::x)
                .toArray();
        boolean integers = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
        Limits limits = chart.x()
                .limits()
                .orElseGet(() -> AutoLimits.of(
                        chart.x().scale(), DoubleStream.of(values), Look.AIR_ACROSS, integers ? 1 : 1e-3));
        return new ScaledAxis(chart.x(), limits, integers);
    }

    private static ScaledAxis yAxis(LineChart chart) {
        DoubleStream values = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.y(), point.lower(), point.upper()));
        Limits limits =
                chart.y().limits().orElseGet(() -> AutoLimits.of(chart.y().scale(), values, Look.AIR_UP, 1e-3));
        return new ScaledAxis(chart.y(), limits, false);
    }

    private JFreeChart render() {
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        XYPlot plot = plot();
        plot.setRenderer(LINES, lines);
        plot.setRenderer(DOTS, dots);
        JFreeChart result = look.chart(chart.title(), chart.subtitle(), plot);
        LegendTitle legend = LegendLayout.legend(chart.series(), colors, look, Look.WIDEST_NAME * area.getWidth());
        new ChartLayout(result, area).complete(legend, chart.legend(), this::obstacles);
        drawBands(lines);
        plot.setDataset(LINES, drawLines(lines));
        plot.setDataset(DOTS, drawDots(dots));
        explainEmptiness(plot);
        return result;
    }

    private XYPlot plot() {
        XYPlot plot = new XYPlot();
        look.style(xAxis);
        look.style(yAxis);
        look.style(plot);
        plot.setDomainAxis(xAxis);
        plot.setRangeAxis(yAxis);
        boolean crossesZero = yAxis.getLowerBound() < 0 && yAxis.getUpperBound() > 0;
        plot.setRangeZeroBaselineVisible(chart.y().scale() == Axis.Scale.LINEAR && crossesZero);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);

        return plot;
    }

    private void drawBands(XYLineAndShapeRenderer renderer) {
        for (int i = 0; i < plotted.size(); i++) {
            Series series = chart.series().get(i);
            Color color = look.bandColor(colors, series);
            for (double[] piece : plotted.get(i).bandPieces()) {
                boolean onePoint = piece.length == 4;
                renderer.addAnnotation(
                        onePoint
                                ? new XYLineAnnotation(piece[0], piece[1], piece[2], piece[3], Look.LONE_BAND, color)
                                : new XYPolygonAnnotation(piece, null, null, color),
                        Layer.BACKGROUND);
            }
        }
    }

    private XYSeriesCollection drawLines(XYLineAndShapeRenderer renderer) {
        renderer.setDrawSeriesLineAsPath(true); // else the dashes begin anew at each point
        XYSeriesCollection lines = new XYSeriesCollection();
        for (int i = 0; i < plotted.size(); i++) {
            XYSeries line = new XYSeries(i, false);
            for (int j = 0; j < plotted.get(i).size(); j++) {
                line.add(plotted.get(i).x(j), plotted.get(i).y(j));
            }
            lines.addSeries(line);
            renderer.setSeriesPaint(i, look.color(colors, chart.series().get(i)));
            renderer.setSeriesStroke(i, Look.stroke(chart.series().get(i).style()));
        }
        return lines;
    }

    private XYSeriesCollection drawDots(XYLineAndShapeRenderer renderer) {
        XYSeriesCollection dots = new XYSeriesCollection();
        for (int i = 0; i < plotted.size(); i++) {
            XYSeries dot = new XYSeries(i, false);
            for (int j = 0; j < plotted.get(i).size(); j++) {
                if (plotted.get(i).isLone(j)) {
                    dot.add(plotted.get(i).x(j), plotted.get(i).y(j));
                }
            }
            dots.addSeries(dot);
            renderer.setSeriesPaint(i, look.color(colors, chart.series().get(i)));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-Look.DOT / 2, -Look.DOT / 2, Look.DOT, Look.DOT));
        }
        return dots;
    }

    private void explainEmptiness(XYPlot plot) {
        if (plotted.stream().allMatch(series -> series.obstacles().isEmpty())) {
            plot.addAnnotation(look.note(
                    chart.y().scale() == Axis.Scale.LOG ? "no value above 0 to draw" : "no finite value to draw",
                    xAxis.getRange().getCentralValue(),
                    yAxis.getRange().getCentralValue()));
        }
    }

    private List<Shape> obstacles(AffineTransform toPixels) {
        return plotted.stream()
                .flatMap(series -> series.obstacles().stream())
                .map(toPixels::createTransformedShape)
                .toList();
    }
}
