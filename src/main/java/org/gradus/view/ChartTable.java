package org.gradus.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Arrow;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.DiagramChart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Mark;
import org.gradus.chart.Panels;
import org.gradus.chart.Point;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.ScalarField;
import org.gradus.chart.ScatterChart;
import org.gradus.chart.Series;

/**
 * The numbers of a chart as a table, one row for each point, so that somebody else can draw it, or check it.
 *
 * <p>What is drawn of a function of two variables whose formula the chart names, the ground of a map, is left out; the cells of a heat map are data.
 */
public final class ChartTable {
    private static final List<String> HEAD =
            List.of("panel", "kind", "name", "role", "x", "y", "lower", "upper", "value");

    private final List<List<Object>> rows = new ArrayList<>();
    private final int panel;

    private ChartTable(int panel) {
        this.panel = panel;
    }

    /**
     * {@return the numbers of a chart, with columns for the number of the panel, from 1, what kind of thing it is, its name and role, its place, its band and its value}
     *
     * @param chart the chart
     */
    public static Table of(Chart chart) {
        List<Chart> charts = chart instanceof Panels panels ? panels.charts() : List.of(chart);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            ChartTable table = new ChartTable(i + 1);
            table.add(charts.get(i));
            rows.addAll(table.rows);
        }
        return new Table(HEAD, rows);
    }

    private void add(Chart chart) {
        if (chart instanceof LineChart lines) {
            addAll("point", lines.series());
            addAxes(lines.x(), lines.y());
        } else if (chart instanceof ContourChart map) {
            addAll("step", map.paths());
            map.arrows().forEach(this::add);
            map.marks().forEach(this::add);
            addAxes(map.x(), map.y());
        } else if (chart instanceof ScatterChart points) {
            addAll("point", points.classes());
            addAxes(points.x(), points.y());
        } else if (chart instanceof HeatMapChart cells) {
            addCells(cells);
            addAll("line", cells.lines());
            addAxes(cells.x(), cells.y());
        } else if (chart instanceof BarChart bars) {
            bars.series().forEach(series -> addBars(bars.categories(), series));
            addLevelLines(bars.y());
        } else if (chart instanceof HistogramChart histograms) {
            histograms.histograms().forEach(this::add);
            addAxes(histograms.x(), histograms.y());
        } else if (chart instanceof IntervalChart intervals) {
            intervals.rows().forEach(this::add);
            addUprightLines(intervals.x());
        } else if (chart instanceof DiagramChart diagram) {
            diagram.boxes().forEach(box -> row("box", box.name(), box.remark(), box.column(), box.row()));
            diagram.links().forEach(link -> row("link", link.from() + " → " + link.to(), link.label()));
        } else {
            throw new IllegalArgumentException("chart table: "
                    + chart.getClass().getSimpleName() + " has no rows; add it to the list in ChartTable");
        }
    }

    private void row(Object... cells) {
        List<Object> row = new ArrayList<>(List.of(panel));
        row.addAll(Arrays.asList(cells));
        while (row.size() < HEAD.size()) {
            row.add(null);
        }
        rows.add(row);
    }

    private void addAll(String kind, List<Series> series) {
        for (Series each : series) {
            for (Point point : each.points()) {
                row(kind, each.name(), each.role(), point.x(), point.y(), lower(each, point), upper(each, point));
            }
        }
    }

    private static Double lower(Series series, Point point) {
        return series.hasBand() ? point.lower() : null;
    }

    private static Double upper(Series series, Point point) {
        return series.hasBand() ? point.upper() : null;
    }

    private void addAxes(Axis x, Axis y) {
        addUprightLines(x);
        addLevelLines(y);
    }

    private void addUprightLines(Axis x) {
        for (ReferenceLine line : x.lines()) {
            row("upright line", line.label(), "", line.at(), null);
        }
    }

    private void addLevelLines(Axis y) {
        for (ReferenceLine line : y.lines()) {
            row("level line", line.label(), "", null, line.at());
        }
    }

    private void add(Arrow arrow) {
        row("arrow from", arrow.name(), "", arrow.from().x(), arrow.from().y());
        row("arrow to", arrow.name(), "", arrow.to().x(), arrow.to().y());
    }

    private void add(Mark mark) {
        row("mark", mark.name(), "", mark.x(), mark.y());
    }

    private void addCells(HeatMapChart chart) {
        ScalarField field = chart.field();
        for (int row = 0; row < field.rows(); row++) {
            double y = place(chart.y(), field.y(0), field.y(field.rows() - 1), row, field.rows());
            for (int column = 0; column < field.columns(); column++) {
                double x = place(chart.x(), field.x(0), field.x(field.columns() - 1), column, field.columns());
                row("cell", "", "", x, y, null, null, field.z(column, row));
            }
        }
    }

    /** Where a row or column of cells is: evenly spaced on the axis. */
    private static double place(Axis axis, double first, double last, int index, int count) {
        double part = (double) index / (count - 1);
        return axis.scale() == Axis.Scale.LINEAR
                ? first * (1 - part) + last * part
                : FastMath.pow(first, 1 - part) * FastMath.pow(last, part);
    }

    private void addBars(List<String> categories, Series series) {
        for (int i = 0; i < categories.size(); i++) {
            Point point = series.points().get(i);
            row("bar", series.name(), categories.get(i), null, point.y(), lower(series, point), upper(series, point));
        }
    }

    private void add(Histogram histogram) {
        for (int i = 0; i < histogram.heights().size(); i++) {
            double lower = histogram.edges().get(i);
            row(
                    "bin",
                    histogram.name(),
                    "",
                    null,
                    histogram.heights().get(i),
                    lower,
                    histogram.edges().get(i + 1));
        }
    }

    private void add(IntervalChart.Row interval) {
        double lower = interval.lower();
        row("interval", interval.name(), "", interval.estimate(), null, lower, interval.upper());
    }
}
