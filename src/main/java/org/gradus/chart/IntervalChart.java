package org.gradus.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Estimates with their intervals, one row each, over the values they come from: paired differences, say, with a line at 0.
 *
 * <pre>{@code
 * IntervalChart chart = IntervalChart.of("adam − sgdm", Axis.linear("difference of accuracy").withLines(ReferenceLine.of(0, "no difference")),
 *         IntervalChart.Row.of("digits", 0.004, -0.001, 0.009, differences));
 * }</pre>
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says what the intervals are; empty for none
 * @param x the axis of the values
 * @param rows the rows, from top to bottom; at least one
 */
public record IntervalChart(String title, String subtitle, Axis x, List<Row> rows) implements Chart {

    /**
     * One estimate.
     *
     * @param name what is estimated, written at the left
     * @param estimate the estimate, drawn as a large dot
     * @param lower from where it may lie
     * @param upper to where; the same if it is certain
     * @param values the values it comes from, drawn as small dots; those that are not finite are left out; may be none
     * @param color its color as in HTML, or a name, as that of a {@link Series}
     */
    public record Row(String name, double estimate, double lower, double upper, List<Double> values, String color) {

        /**
         * Checks the parts and keeps its own copy of the list.
         *
         * @throws IllegalArgumentException if a part is missing or the estimate is not finite
         */
        public Row {
            Labels.require("row: the name", name);
            Labels.require("row '" + name + "': the color", color);
            if (!Double.isFinite(estimate)) {
                throw new IllegalArgumentException(
                        "row '" + name + "': found the estimate " + estimate + "; give a finite number");
            }
            if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper)) {
                throw new IllegalArgumentException("row '" + name + "': found the interval " + lower + " to " + upper
                        + "; give two finite numbers, the smaller one first");
            }
            if (values == null) {
                throw new IllegalArgumentException("row '" + name + "': the values are null; give List.of() for none");
            }
            values = List.copyOf(values);
            color = color.toLowerCase(Locale.ROOT);
        }

        /**
         * A row in the palette's first color, which all rows made so share.
         *
         * @param name what is estimated
         * @param estimate the estimate
         * @param lower the lower end of its interval
         * @param upper the upper end of its interval
         * @param values the values it comes from
         * @return the row
         * @throws IllegalArgumentException if a number is not finite or the interval is not in order
         */
        public static Row of(String name, double estimate, double lower, double upper, double... values) {
            return new Row(
                    name, estimate, lower, upper, Arrays.stream(values).boxed().toList(), "estimate");
        }

        /**
         * The same row in another color.
         *
         * @param other the color as in HTML, or a name that rows share
         * @return the row in that color
         */
        public Row withColor(String other) {
            return new Row(name, estimate, lower, upper, values, other);
        }
    }

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, there is no row, or a logarithmic axis would show 0 or less
     */
    public IntervalChart {
        Labels.requireTitles(title, subtitle);
        Labels.requirePart(title, "the x axis", x);
        rows = Labels.copySome(title, "row", rows, "IntervalChart.Row.of");
        for (Row row : rows) {
            if (x.scale() == Axis.Scale.LOG && Math.min(row.estimate(), row.lower()) <= 0) {
                throw new IllegalArgumentException("chart '" + title + "': the x axis is logarithmic, and the row '"
                        + row.name() + "' reaches down to "
                        + Math.min(row.estimate(), row.lower())
                        + "; choose a linear axis");
            }
        }
    }

    /**
     * Rows without a subtitle.
     *
     * @param title says what the chart shows; not blank
     * @param x the axis of the values
     * @param rows the rows, from top to bottom; at least one
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, there is no row, or a logarithmic axis would show 0 or less
     */
    public static IntervalChart of(String title, Axis x, Row... rows) {
        return new IntervalChart(title, "", x, Arrays.asList(rows));
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public IntervalChart withSubtitle(String other) {
        return new IntervalChart(title, other, x, rows);
    }

    /** {@return no place: the names stand at the left} */
    @Override
    public LegendPlace legend() {
        return LegendPlace.NONE;
    }

    @Override
    public String description() {
        return Labels.sentence("Intervals of " + x.label(), rows.stream().map(Row::name));
    }
}
