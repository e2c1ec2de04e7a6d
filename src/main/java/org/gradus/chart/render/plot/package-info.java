/**
 * How the plots of a picture are drawn.
 *
 * <p>A {@link org.gradus.chart.render.plot.Picture} is a title, a plot or several, and a legend in its place. JFreeChart lays out and draws the axes
 * of each plot; what is between them is drawn by the content of its kind: one class for lines, one for maps, and so on, on the same few things, which
 * are the {@linkplain org.gradus.chart.render.plot.Look colors and sizes}, the {@linkplain org.gradus.chart.render.plot.Fonts fonts}, the axes with
 * their ticks, and who has which color and shape.
 *
 * <p>A new kind of chart is a record in {@code org.gradus.chart}, a content here, and one line in each of the lists of {@code Content}.
 */
package org.gradus.chart.render.plot;
