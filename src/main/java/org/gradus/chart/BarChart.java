package org.gradus.chart;

import java.util.Arrays;
import java.util.List;

/**
 * One bar for each category and series: accuracies by rule, weights of past gradients.
 *
 * <pre>{@code
 * BarChart chart = BarChart.of("Test accuracy", List.of("digits", "iris"), Axis.linear("accuracy").withLimits(0, 1),
 *         Series.ofValues("sgdm", 0.97, 0.93).withBand(new double[] {0.96, 0.90}, new double[] {0.98, 0.95}),
 *         Series.ofValues("adam", 0.96, 0.95));
 * }</pre>
 *
 * <p>Point {@code i} of each series belongs to category {@code i}; its y is the bar's height from 0, its band the interval drawn at the bar's end;
 * NaN leaves the bar out. Bars begin at 0: on a linear axis that shows 0, or their lengths would mislead.
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param categories the names under the bars; at least one
 * @param y the vertical axis, linear; it shows 0
 * @param series the heights, in the order of the legend; at least one
 * @param legend where the legend goes
 */
public record BarChart(
        String title, String subtitle, List<String> categories, Axis y, List<Series> series, LegendPlace legend)
        implements Chart {

    /**
     * Checks the parts and keeps its own copies of the lists.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, the axis is logarithmic or does not show 0, or a series has not one
     *     point for each category
     */
    public BarChart {
        Labels.requireTitles(title, subtitle);
        categories = Labels.copySome(title, "category", categories, "BarChart.of");
        for (String category : categories) {
            Labels.require("chart '" + title + "': a category", category);
        }
        Labels.requirePart(title, "the y axis", y);
        series = Labels.copySome(title, "series", series, "Series.ofValues");
        Labels.requirePart(title, "the legend place", legend);
        if (legend == LegendPlace.LINE_ENDS) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': bars have no line ends to put names at; choose another legend place");
        }
        boolean zero = y.limits().isEmpty()
                || y.limits().get().lower() <= 0 && y.limits().get().upper() >= 0;
        if (y.scale() == Axis.Scale.LOG || !zero) {
            throw new IllegalArgumentException("chart '" + title
                    + "': bars begin at 0, which the y axis does not show; choose a linear axis and limits around 0,"
                    + " or an IntervalChart");
        }
        for (Series each : series) {
            if (each.points().size() != categories.size()) {
                throw new IllegalArgumentException("chart '" + title + "': the series '" + each.name() + "' has "
                        + each.points().size() + " values for " + categories.size()
                        + " categories; give one for each, NaN where there is none");
            }
        }
    }

    /**
     * Bars without a subtitle, the legend where it covers none of them.
     *
     * @param title says what the chart shows; not blank
     * @param categories the names under the bars
     * @param y the vertical axis, linear
     * @param series the heights, one point for each category
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, the axis is logarithmic or does not show 0, or a series has not one
     *     point for each category
     */
    public static BarChart of(String title, List<String> categories, Axis y, Series... series) {
        return new BarChart(title, "", categories, y, Arrays.asList(series), LegendPlace.BEST);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public BarChart withSubtitle(String other) {
        return new BarChart(title, other, categories, y, series, legend);
    }

    /**
     * The same chart with its legend elsewhere.
     *
     * @param other the place
     * @return the chart with its legend there
     */
    public BarChart withLegend(LegendPlace other) {
        return new BarChart(title, subtitle, categories, y, series, other);
    }

    @Override
    public String description() {
        return Labels.sentence(
                "Bars of " + y.label() + " for " + String.join(", ", categories),
                series.stream().map(Series::name));
    }
}
