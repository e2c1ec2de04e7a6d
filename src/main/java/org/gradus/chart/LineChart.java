package org.gradus.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Lines over two axes, each with or without a band around it.
 *
 * <pre>{@code
 * LineChart chart = LineChart.of(
 *                 "Training loss",
 *                 Axis.linear("epoch"),
 *                 Axis.log("cross-entropy"),
 *                 Series.of("sgdm", epochs, sgdm).withBand(sgdmLower, sgdmUpper),
 *                 Series.of("adam", epochs, adam).withBand(adamLower, adamUpper))
 *         .withSubtitle("median and quartiles over 5 seeds");
 * }</pre>
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines, in the order of the legend, later ones on top; at least one
 * @param legend where the legend goes
 */
public record LineChart(String title, String subtitle, Axis x, Axis y, List<Series> series, LegendPlace legend)
        implements Chart {

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, or there is no series
     */
    public LineChart {
        Labels.requireTitles(title, subtitle);
        Labels.requirePart(title, "the x axis", x);
        Labels.requirePart(title, "the y axis", y);
        series = Labels.copySome(title, "series", series, "Series.of");
        Labels.requirePart(title, "the legend place", legend);
    }

    /**
     * A chart without a subtitle, its legend where it covers no data.
     *
     * @param title says what the chart shows; not blank
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param series the lines, in the order of the legend; at least one
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, or there is no series
     */
    public static LineChart of(String title, Axis x, Axis y, Series... series) {
        return new LineChart(title, "", x, y, Arrays.asList(series), LegendPlace.BEST);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public LineChart withSubtitle(String other) {
        return new LineChart(title, other, x, y, series, legend);
    }

    /**
     * The same chart with its legend elsewhere.
     *
     * @param other the place
     * @return the chart with its legend there
     */
    public LineChart withLegend(LegendPlace other) {
        return new LineChart(title, subtitle, x, y, series, other);
    }

    @Override
    public String description() {
        return Labels.sentence(
                "Line chart of " + y.label() + " against " + x.label(),
                series.stream().map(Series::name));
    }
}
