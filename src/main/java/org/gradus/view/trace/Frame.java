package org.gradus.view.trace;

import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Limits;
import org.gradus.chart.render.PlotArea;

/**
 * Where in a drawn chart a point of its axes lies, for what is drawn over it and moves.
 *
 * @param area the plot, in pixels
 * @param x what it shows from left to right
 * @param y what it shows from bottom to top
 * @param powers whether equal ratios have equal distances from bottom to top
 */
record Frame(PlotArea area, Limits x, Limits y, boolean powers) {
    private static final double FAR = 10_000; // pixels; what lies beyond is drawn there, outside of every picture

    /** Where a point is; null for one that is nowhere. */
    double[] point(double atX, double atY) {
        if (!Double.isFinite(atX) || !Double.isFinite(atY) || powers && atY <= 0) {
            return null;
        }
        double bottom = height(y.lower());
        double up = (height(atY) - bottom) / (height(y.upper()) - bottom);
        double across = (atX - x.lower()) / (x.upper() - x.lower());
        return new double[] {near(area.left() + area.width() * across), near(area.top() + area.height() * (1 - up))};
    }

    private double height(double value) {
        return powers ? FastMath.log10(value) : value;
    }

    private static double near(double pixels) {
        return Math.max(-FAR, Math.min(FAR, pixels));
    }
}
