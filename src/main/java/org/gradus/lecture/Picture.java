package org.gradus.lecture;

import org.gradus.chart.Chart;

/**
 * A chart on a page.
 *
 * @param file the name of its files, without ending
 * @param chart the chart
 * @param caption what to see in it
 */
record Picture(String file, Chart chart, String caption) {}
