package org.gradus.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
        Labels.require("chart: the title", title);
        if (title.isBlank()) {
            throw new IllegalArgumentException("chart: the title is blank; say in a few words what the chart shows");
        }
        Labels.require("chart '" + title + "': the subtitle", subtitle);
        requirePart(title, "the x axis", x);
        requirePart(title, "the y axis", y);
        requirePart(title, "the list of series", series);
        requirePart(title, "the legend place", legend);
        if (series.isEmpty()) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': there is no series to draw; give at least one, see Series.of");
        }
        series.forEach(each -> requirePart(title, "one of the series", each));
        series = List.copyOf(series);
    }

    private static void requirePart(String title, String what, Object part) {
        if (part == null) {
            throw new IllegalArgumentException("chart '" + title + "': " + what + " is null; every part is needed");
        }
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
        String names = series.stream()
                .map(Series::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        String what = "Line chart of " + y.label() + " against " + x.label();
        return names.isEmpty() ? what + "." : what + ": " + names + ".";
    }
}
