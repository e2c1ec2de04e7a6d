package org.gradus.chart;

import java.util.Arrays;
import java.util.List;

/**
 * How values are distributed: one histogram, or several over one another. For one per step, put charts of one each into {@link Panels}.
 *
 * <pre>{@code
 * List<Double> edges = Histogram.logarithmicEdges(1e-8, 1, 40);
 * HistogramChart chart = HistogramChart.of("Gradients at step 1", Axis.log("|g|"), Axis.linear("share"),
 *         Histogram.of("with warm-up", with, edges).asShares(), Histogram.of("without", without, edges).asShares());
 * }</pre>
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param x the axis of the values
 * @param y the axis of the heights, linear; without limits of its own it begins at 0
 * @param histograms the histograms, in the order of the legend, later ones on top; at least one
 * @param legend where the legend goes
 */
public record HistogramChart(
        String title, String subtitle, Axis x, Axis y, List<Histogram> histograms, LegendPlace legend)
        implements Chart {

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, the vertical axis is logarithmic, or the horizontal one is and an
     *     edge is not above 0
     */
    public HistogramChart {
        Labels.requireTitles(title, subtitle);
        Labels.requirePart(title, "the x axis", x);
        Labels.requirePart(title, "the y axis", y);
        histograms = Labels.copySome(title, "histogram", histograms, "Histogram.of");
        Labels.requirePart(title, "the legend place", legend);
        if (legend == LegendPlace.LINE_ENDS) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': histograms have no line ends to put names at; choose another legend place");
        }
        if (y.scale() == Axis.Scale.LOG) {
            throw new IllegalArgumentException("chart '" + title
                    + "': bars begin at 0, which a logarithmic y axis does not show; choose a linear one");
        }
        for (Histogram each : histograms) {
            if (x.scale() == Axis.Scale.LOG && each.edges().get(0) <= 0) {
                throw new IllegalArgumentException("chart '" + title + "': the x axis is logarithmic, and '"
                        + each.name() + "' begins at " + each.edges().get(0)
                        + "; give edges above 0, see Histogram.logarithmicEdges, or a linear axis");
            }
        }
    }

    /**
     * Histograms without a subtitle, the legend where it covers none of them.
     *
     * @param title says what the chart shows; not blank
     * @param x the axis of the values
     * @param y the axis of the heights, linear
     * @param histograms the histograms; at least one
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, or an axis does not fit
     */
    public static HistogramChart of(String title, Axis x, Axis y, Histogram... histograms) {
        return new HistogramChart(title, "", x, y, Arrays.asList(histograms), LegendPlace.BEST);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public HistogramChart withSubtitle(String other) {
        return new HistogramChart(title, other, x, y, histograms, legend);
    }

    /**
     * The same chart with its legend elsewhere.
     *
     * @param other the place
     * @return the chart with its legend there
     */
    public HistogramChart withLegend(LegendPlace other) {
        return new HistogramChart(title, subtitle, x, y, histograms, other);
    }

    @Override
    public String description() {
        return Labels.sentence("Histogram of " + x.label(), histograms.stream().map(Histogram::name));
    }
}
