/**
 * Charts: what a figure shows, said in records, and how it is drawn.
 *
 * <p>A {@link org.gradus.chart.Chart} is data. It can be compared, tested and printed; nothing in it knows about
 * pixels. {@code org.gradus.chart.render.Charts} draws it, as PNG, SVG or PDF, in one of three {@linkplain org.gradus.chart.Theme themes}.
 *
 * <pre>{@code
 * double[] epochs = {1, 2, 3, 4};
 * Chart chart = LineChart.of(
 *                 "Training loss",
 *                 Axis.linear("epoch"),
 *                 Axis.log("cross-entropy"),
 *                 Series.of("sgdm", epochs, new double[] {1.9, 0.8, 0.4, 0.2})
 *                         .withColor("#c23b13"),
 *                 Series.of("adam", epochs, new double[] {1.1, 0.3, 0.1, 0.05})
 *                         .withColor("#1f6ed4")
 *                         .withBand(new double[] {1.0, 0.2, 0.08, 0.04}, new double[] {1.3, 0.4, 0.2, 0.09}))
 *         .withSubtitle("adam: median and quartiles over 5 seeds");
 *
 * Files.write(Path.of("loss.png"), Charts.png(chart, Theme.LIGHT, 800, 500, 2, Map.of()));
 * Files.writeString(Path.of("loss.svg"), Charts.svg(chart, Theme.LIGHT, 800, 500, Map.of()));
 * }</pre>
 *
 * <h2>Which chart for what</h2>
 *
 * <ul>
 *   <li>{@link org.gradus.chart.LineChart}: quantities against time or another number, with bands around them.
 *   <li>{@link org.gradus.chart.ContourChart}: the map of a function of two variables with paths and arrows across it;
 *       {@link org.gradus.chart.ContourLines} gives the level lines alone.
 *   <li>{@link org.gradus.chart.ScatterChart}: points in classes, on the ground of what a classifier decides.
 *   <li>{@link org.gradus.chart.HeatMapChart}: a number for each cell of a grid, such as accuracy over η and γ.
 *   <li>{@link org.gradus.chart.BarChart}: a few numbers by name. {@link org.gradus.chart.HistogramChart}: how many values are distributed.
 *   <li>{@link org.gradus.chart.IntervalChart}: estimates with their intervals, over the values they come from.
 *   <li>{@link org.gradus.chart.Panels}: several of these side by side, with one legend.
 * </ul>
 *
 * <p>Lines across the plot at a value, such as the step of a fork, belong to an {@link org.gradus.chart.Axis}.
 *
 * <h2>What the marks mean</h2>
 *
 * <ul>
 *   <li><b>Color says who.</b> An optimization rule is given one color in all figures, by the list of rules; other lines get one
 *       of the {@link org.gradus.chart.Palette}. Where colors look alike to some, or in gray ({@link org.gradus.chart.Sight} computes it), lines
 *       have shapes as well, and bars stripes; points of classes always have shapes.
 *   <li><b>Style says in which role.</b> Solid is what the chart is about, dashed is what it is compared with, faint is
 *       one of many, see {@link org.gradus.chart.LineStyle}. Lines that are training and validation of one rule have a role, which the legend
 *       explains once.
 *   <li><b>A band says how sure.</b> One seed proves little; draw the median over several and the quartiles as a band,
 *       and say so in the subtitle.
 *   <li><b>On a map, darker is lower</b>, and the level lines say their values. A path has a ring at its beginning, a dot at each step and a
 *       larger one at its end; a star is where it should get to, see {@link org.gradus.chart.Mark}.
 *   <li><b>A gap says that there is no number.</b> A run that diverged to infinity or NaN stops where it did; its band,
 *       if only the upper quartile is infinite, runs into the upper edge. On a logarithmic axis zero is as far away as
 *       minus infinity. A quantity measured only at times is a series of these times, not one with NaN between them.
 * </ul>
 *
 * <h2>What the drawing decides</h2>
 *
 * <p>The limits of an axis leave a little air around the data, but do not cross zero for it; a constant is shown over zero. Ticks are at 1, 2 or 5
 * times a power of ten; on a logarithmic axis at powers of ten, with small ticks at 2 to 9 times them. The legend takes
 * the first of eight places in the plot where it covers no data, in one column or in several, or else stands outside; names
 * may stand at the ends of the lines instead ({@link org.gradus.chart.LegendPlace#LINE_ENDS}). Titles wrap; an axis label
 * that is too long gets smaller, then is cut; a single symbol stands upright. A picture larger than 960 × 540 is drawn larger.
 *
 * <p>This package uses nothing else of Gradus; the libraries that draw are used in {@code org.gradus.chart.render} only.
 */
package org.gradus.chart;
