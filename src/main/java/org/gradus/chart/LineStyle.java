package org.gradus.chart;

/** How a line is drawn. The color is not part of it: it says which rule, the style says which role. */
public enum LineStyle {
    /** The line the chart is about: validation, or the median over the seeds. */
    SOLID,

    /** A line to compare with: training beside validation, theory beside measurement. */
    DASHED,

    /** One of many in the background: the single seeds behind their median. */
    FAINT
}
