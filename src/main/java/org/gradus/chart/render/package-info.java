/**
 * How a chart is drawn. {@link org.gradus.chart.render.Charts} is all that others need:
 *
 * <pre>{@code
 * Map<String, String> receipt = Map.of("Command", "gradus compare --rules sgdm,adam");
 * Files.write(Path.of("loss.png"), Charts.png(chart, Theme.LIGHT, 1920, 1080, 1, receipt));
 * Files.writeString(Path.of("loss.svg"), Charts.svg(chart, Theme.LIGHT, 800, 500, receipt));
 * Files.write(Path.of("loss.pdf"), Charts.pdf(chart, Theme.PRINT, 800, 500, receipt));
 * }</pre>
 *
 * <p>JFreeChart draws the plot, Batik turns the same drawing into SVG, PDFBox into PDF. All three are used here and nowhere else.
 */
package org.gradus.chart.render;
