package org.gradus.view;

import java.util.List;
import java.util.Map;
import org.gradus.chart.Chart;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;

/**
 * A chart of a page, with what to see in it; beside the page it is there as PNG and SVG.
 *
 * @param file the name of its files, without ending
 * @param chart the chart
 * @param caption what to see in it, in a sentence or two
 */
public record Picture(String file, Chart chart, String caption) {

    /**
     * {@return its files, PNG and SVG}
     *
     * @param width the chart's width in pixels
     * @param height its height
     * @param receipt where it is from
     */
    public List<Artifact> files(int width, int height, Receipt receipt) {
        return List.of(
                Artifact.chart(file + ".png", chart, width, height, receipt),
                Artifact.chart(file + ".svg", chart, width, height, receipt));
    }

    /**
     * {@return the chart on a page, in light colors and in dark ones, of which the page shows one, with links to its files}
     *
     * @param width the chart's width in pixels
     * @param height its height
     */
    public String html(int width, int height) {
        return """
                <figure>
                %s<figcaption>%s (<a href="%s.png">PNG</a>, <a href="%s.svg">SVG</a>)</figcaption>
                </figure>
                """.formatted(inBothThemes(chart, width, height), Markup.escape(caption), file, file);
    }

    /**
     * {@return a chart as SVG for a {@link Page}: in light colors and in dark ones, of which the page shows one}
     *
     * @param chart the chart
     * @param width its width in pixels
     * @param height its height
     */
    public static String inBothThemes(Chart chart, int width, int height) {
        return """
                <div class="for-light">%s</div>
                <div class="for-dark">%s</div>
                """.formatted(
                        Charts.svg(chart, Theme.LIGHT, width, height, Map.of()).strip(),
                        Charts.svg(chart, Theme.DARK, width, height, Map.of()).strip());
    }
}
