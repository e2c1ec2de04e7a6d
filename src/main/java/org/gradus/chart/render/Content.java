package org.gradus.chart.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.ReferenceLine;

/** What one plot shows: its axes, what is between them, and what its legend says. One implementation for each kind of chart. */
interface Content {

    ScaledAxis xAxis();

    ScaledAxis yAxis();

    /** The lines across at values of the horizontal axis. */
    List<ReferenceLine> uprights();

    /** The lines across at values of the vertical axis. */
    List<ReferenceLine> levels();

    LegendPlace legendPlace();

    /** Whether grid lines help to read it. */
    default boolean hasGrid() {
        return true;
    }

    /** Draws what is within the axes. */
    void draw(Canvas canvas);

    /** What a legend or a label is not to cover, in pixels. */
    List<Shape> obstacles(AffineTransform toPixels);

    /** What the legend says. */
    List<LegendEntry> legend();

    /** How wide what stands at the right of the plot is. */
    default double roomAtRight() {
        return 0;
    }

    /** Draws what stands at the right of the plot. */
    default void drawAtRight(Canvas canvas) {}

    /** A remark in the middle of a plot that shows nothing; empty if it shows something. */
    default String remark() {
        return "";
    }
}
