package org.gradus.chart;

/** Where the legend of a chart goes. */
public enum LegendPlace {
    /**
     * The first of the eight places inside the plot, in the order of this list, where the legend covers no data; if
     * every one of them would cover some, or the names are long, {@link #OUTSIDE}.
     */
    BEST,
    /** Inside the plot, top right. */
    TOP_RIGHT,
    /** Inside the plot, top left. */
    TOP_LEFT,
    /** Inside the plot, bottom right. */
    BOTTOM_RIGHT,
    /** Inside the plot, bottom left. */
    BOTTOM_LEFT,
    /** Inside the plot, at the middle of the right edge. */
    RIGHT,
    /** Inside the plot, at the middle of the left edge. */
    LEFT,
    /** Inside the plot, at the middle of the top edge. */
    TOP,
    /** Inside the plot, at the middle of the bottom edge. */
    BOTTOM,
    /** Beside the plot on the right, or under it if the names are long. */
    OUTSIDE,
    /**
     * No box: each name stands where its line or path ends, so that the eye does not travel. If the names have no room there, {@link #OUTSIDE}.
     * What is not a line has its name in a box as ever.
     */
    LINE_ENDS,
    /** No legend. */
    NONE
}
