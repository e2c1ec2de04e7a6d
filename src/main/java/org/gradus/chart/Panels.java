package org.gradus.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several charts in rows and columns, with one legend for all: one histogram per step, loss beside accuracy, one map per problem.
 *
 * <pre>{@code
 * Panels panels = Panels.of("The first ten steps", 5, histograms).withSharing(Panels.Sharing.BOTH);
 * }</pre>
 *
 * <p>A name has one color in all panels. What a panel's legend would say stands in the one legend below all of them, each entry once; a panel with
 * {@link LegendPlace#NONE} adds nothing to it, and one with {@link LegendPlace#LINE_ENDS} has the names of its lines at their ends.
 *
 * @param title says what all panels show; not blank
 * @param subtitle says under which conditions; empty for none
 * @param columns how many panels stand side by side, from 1
 * @param charts the panels, row by row; their titles and subtitles stand above each
 * @param sharing which axes show the same part in all panels
 */
public record Panels(String title, String subtitle, int columns, List<Chart> charts, Sharing sharing) implements Chart {

    /** Which axes show the same part in all panels; a shared axis has its numbers at the outermost panels only. */
    public enum Sharing {
        /** Every panel has axes of its own. */
        NONE,
        /** The horizontal axes. */
        X,
        /** The vertical axes. */
        Y,
        /** Both axes. */
        BOTH;

        /** {@return whether the horizontal axes are shared} */
        public boolean x() {
            return this == X || this == BOTH;
        }

        /** {@return whether the vertical axes are shared} */
        public boolean y() {
            return this == Y || this == BOTH;
        }
    }

    private static final int MOST = 30;

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, there is no panel or one within another, there are more than 30 or
     *     more columns than panels, or axes that are shared differ in scale
     */
    public Panels {
        Labels.requireTitles(title, subtitle);
        charts = Labels.copySome(title, "panel", charts, "Panels.of");
        Labels.requirePart(title, "the sharing of axes", sharing);
        if (charts.size() > MOST || columns < 1 || columns > charts.size()) {
            throw new IllegalArgumentException("chart '" + title + "': found " + charts.size() + " panels in " + columns
                    + " columns; give up to " + MOST + " panels, and from 1 column to as many as there are panels");
        }
        if (charts.stream().anyMatch(Panels.class::isInstance)) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': there are panels within a panel; put all charts side by side");
        }
        if (sharing.x()) {
            requireOneKind(title, "horizontal", charts.stream().map(Panels::across));
        }
        if (sharing.y()) {
            requireOneKind(title, "vertical", charts.stream().map(Panels::up));
        }
    }

    private static void requireOneKind(String title, String which, Stream<String> kinds) {
        List<String> different = kinds.distinct().toList();
        if (different.size() > 1) {
            throw new IllegalArgumentException("chart '" + title + "': the panels are to share their " + which
                    + " axis, found " + String.join(" and ", different)
                    + "; give all the same, or do not share it");
        }
    }

    private static String across(Chart chart) {
        if (chart instanceof BarChart bars) {
            return "the categories " + bars.categories();
        } else if (chart instanceof LineChart lines) {
            return scale(lines.x());
        } else if (chart instanceof ScatterChart points) {
            return scale(points.x());
        } else if (chart instanceof HeatMapChart cells) {
            return scale(cells.x());
        } else if (chart instanceof HistogramChart histograms) {
            return scale(histograms.x());
        } else if (chart instanceof IntervalChart rows) {
            return scale(rows.x());
        }
        return scale(Axis.linear("")); // a map's
    }

    private static String up(Chart chart) {
        if (chart instanceof IntervalChart rows) {
            return "the rows "
                    + rows.rows().stream().map(IntervalChart.Row::name).toList();
        } else if (chart instanceof LineChart lines) {
            return scale(lines.y());
        } else if (chart instanceof ScatterChart points) {
            return scale(points.y());
        } else if (chart instanceof HeatMapChart cells) {
            return scale(cells.y());
        }
        return scale(Axis.linear("")); // that of a map, of bars and of a histogram
    }

    private static String scale(Axis axis) {
        return axis.scale() == Axis.Scale.LINEAR ? "a linear axis" : "a logarithmic axis";
    }

    /**
     * Panels without a subtitle, with axes of their own.
     *
     * @param title says what all panels show; not blank
     * @param columns how many panels stand side by side
     * @param charts the panels, row by row
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, there is no panel or one within another, or there are more than 30
     *     or more columns than panels
     */
    public static Panels of(String title, int columns, Chart... charts) {
        return new Panels(title, "", columns, Arrays.asList(charts), Sharing.NONE);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public Panels withSubtitle(String other) {
        return new Panels(title, other, columns, charts, sharing);
    }

    /**
     * The same panels with shared axes.
     *
     * @param other which axes show the same part in all panels
     * @return the panels with these axes shared
     * @throws IllegalArgumentException if these axes differ in scale
     */
    public Panels withSharing(Sharing other) {
        return new Panels(title, subtitle, columns, charts, other);
    }

    /** {@return below all panels} */
    @Override
    public LegendPlace legend() {
        return LegendPlace.OUTSIDE;
    }

    @Override
    public String description() {
        return Stream.concat(
                        Stream.of(charts.size() + " panels."),
                        charts.stream().map(chart -> chart.title() + ": " + chart.description()))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }
}
