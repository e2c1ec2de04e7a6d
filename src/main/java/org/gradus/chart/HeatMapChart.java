package org.gradus.chart;

import java.util.Arrays;
import java.util.List;

/**
 * A function of two variables as cells of color, with the scale that says which color is which value, and lines across.
 *
 * <pre>{@code
 * HeatMapChart chart = HeatMapChart.of("Where the heavy ball converges", Axis.linear("ηh"), Axis.linear("λ"),
 *                 field, Axis.linear("contraction per step"))
 *         .withLines(Series.of("ηh = 2 + 2λ", x, lambda));
 * }</pre>
 *
 * <p>Each value of the {@link ScalarField} is one cell, with its place at the middle. The places of columns and rows are evenly spaced on the axes:
 * on a logarithmic one they have equal ratios, from the field's first place to its last. A value that is not finite, and on a logarithmic scale one
 * that is not above 0, leaves its cell empty; one beyond the limits of the scale has the color of its end.
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param x the horizontal axis; without limits of its own it shows all cells
 * @param y the vertical axis; without limits of its own it shows all cells
 * @param field the values
 * @param values the scale of the values, drawn beside the plot
 * @param shades which colors stand for them
 * @param lines boundaries and paths above the cells; may be none
 * @param legend where the legend of the lines goes
 */
public record HeatMapChart(
        String title,
        String subtitle,
        Axis x,
        Axis y,
        ScalarField field,
        Axis values,
        Shades shades,
        List<Series> lines,
        LegendPlace legend)
        implements Chart {

    /** Which colors stand for the values; in all of them lightness alone tells the order, so that they are read in gray too. */
    public enum Shades {
        /** From dark to light: how much. */
        RISING,
        /** From blue over a neutral middle to red: which way and how far; the middle is the scale's, best 0 between limits of equal size. */
        DIVERGING
    }

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, or a logarithmic axis would show a place that is not above 0
     */
    public HeatMapChart {
        Labels.requireTitles(title, subtitle);
        Labels.requirePart(title, "the x axis", x);
        Labels.requirePart(title, "the y axis", y);
        Labels.requirePart(title, "the field", field);
        Labels.requirePart(title, "the scale of the values", values);
        Labels.requirePart(title, "the choice of shades", shades);
        lines = Labels.copy(title, "lines", lines);
        Labels.requirePart(title, "the legend place", legend);
        requirePlaces(title, "x", x, field.xLimits());
        requirePlaces(title, "y", y, field.yLimits());
    }

    private static void requirePlaces(String title, String name, Axis axis, Limits places) {
        if (axis.scale() == Axis.Scale.LOG && places.lower() <= 0) {
            throw new IllegalArgumentException("chart '" + title + "': the " + name
                    + " axis is logarithmic, and the field begins at " + places.lower()
                    + "; give the field over places above 0, or a linear axis");
        }
    }

    /**
     * Cells in rising shades, without lines.
     *
     * @param title says what the chart shows; not blank
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param field the values
     * @param values their scale
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, or a logarithmic axis would show a place that is not above 0
     */
    public static HeatMapChart of(String title, Axis x, Axis y, ScalarField field, Axis values) {
        return new HeatMapChart(title, "", x, y, field, values, Shades.RISING, List.of(), LegendPlace.BEST);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public HeatMapChart withSubtitle(String other) {
        return new HeatMapChart(title, other, x, y, field, values, shades, lines, legend);
    }

    /**
     * The same chart in other colors.
     *
     * @param other which colors stand for the values
     * @return the chart in these colors
     */
    public HeatMapChart withShades(Shades other) {
        return new HeatMapChart(title, subtitle, x, y, field, values, other, lines, legend);
    }

    /**
     * The same chart with other lines.
     *
     * @param others the lines, in the order of the legend
     * @return the chart with these lines
     * @throws IllegalArgumentException if one is null
     */
    public HeatMapChart withLines(Series... others) {
        return new HeatMapChart(title, subtitle, x, y, field, values, shades, Arrays.asList(others), legend);
    }

    /**
     * The same chart with its legend elsewhere.
     *
     * @param other the place
     * @return the chart with its legend there
     */
    public HeatMapChart withLegend(LegendPlace other) {
        return new HeatMapChart(title, subtitle, x, y, field, values, shades, lines, other);
    }

    @Override
    public String description() {
        return Labels.sentence(
                "Heat map of " + values.label() + " over " + x.label() + " and " + y.label(),
                lines.stream().map(Series::name));
    }
}
