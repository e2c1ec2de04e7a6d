package org.gradus.chart.render;

/**
 * The rectangle within the axes of a drawn chart, in pixels from the chart's upper left corner.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param width how wide it is
 * @param height how high it is
 */
public record PlotArea(double left, double top, double width, double height) {}
