package org.gradus.chart;

/**
 * The description of one chart: what it shows, not how it is drawn. {@code org.gradus.chart.render.Charts} draws it.
 *
 * <p>A new kind of chart is one record that implements this interface, one renderer, and one line in {@code Charts}.
 */
public sealed interface Chart
        permits LineChart,
                ContourChart,
                ScatterChart,
                HeatMapChart,
                BarChart,
                HistogramChart,
                IntervalChart,
                DiagramChart,
                Panels {

    /**
     * Says what the chart shows; drawn above it.
     *
     * @return one line of text, never blank
     */
    String title();

    /**
     * Says under which conditions, for instance "median and quartiles over 5 seeds"; drawn smaller, under the title.
     *
     * @return one line of text, empty for none
     */
    String subtitle();

    /**
     * Says the same as the picture in one sentence, for those who cannot see it.
     *
     * @return one sentence
     */
    String description();

    /**
     * Says where the legend goes.
     *
     * @return the place; {@link LegendPlace#NONE} if the chart needs no legend
     */
    LegendPlace legend();
}
