package org.gradus.chart.render.plot;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;

/** The limits of an axis that is to show all its data, with a little air at both ends. */
final class AutoLimits {

    /** Beyond this the length of an axis could overflow; such a value counts as infinite. */
    private static final double LARGEST = 1e300;

    /** Where an axis from 0 ends that shows but one value. */
    private static final double ABOVE_CONSTANT = 1.5;

    /** What an axis shows beyond the data at each end, as a part of their length. */
    static final double AIR_ACROSS = 0.03;

    static final double AIR_UP = 0.05;

    private AutoLimits() {}

    /** Says whether a value has a place on an axis. */
    static boolean hasPlace(Axis.Scale scale, double value) {
        return Math.abs(value) <= LARGEST && (scale == Axis.Scale.LINEAR || value > 0);
    }

    /**
     * Returns limits around the values that have a place on the axis.
     *
     * @param air the length added at each end, as a part of the length of the data
     * @param around the length shown on each side of a linear axis if all values are the same; 0 to show them over 0
     */
    static Limits of(Axis.Scale scale, DoubleStream values, double air, double around) {
        DoubleSummaryStatistics found =
                values.filter(value -> hasPlace(scale, value)).summaryStatistics();
        if (found.getCount() == 0) {
            return scale == Axis.Scale.LINEAR ? new Limits(0, 1) : new Limits(0.1, 1);
        }
        return scale == Axis.Scale.LINEAR
                ? linear(found.getMin(), found.getMax(), air, around)
                : log(found.getMin(), found.getMax(), air);
    }

    private static Limits linear(double min, double max, double air, double around) {
        double length = max - min;
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (length <= 1e-9 * size || length < 1e-290) {
            return constant(min, around);
        }
        double lower = min - air * length;
        double upper = max + air * length;
        // What is never negative (a loss, a time) must not seem to be: the air stops at zero.
        return new Limits(min > 0 && lower < 0 ? 0 : lower, max < 0 && upper > 0 ? 0 : upper);
    }

    /** A constant is seen best over the zero that it is measured from; a place, with a little on both sides. */
    private static Limits constant(double value, double around) {
        if (around > 0) {
            double half = Math.max(around, 0.1 * Math.abs(value));
            return new Limits(value - half, value + half);
        }
        if (Math.abs(value) < 1e-290) {
            return new Limits(-1, 1);
        }
        return value > 0 ? new Limits(0, ABOVE_CONSTANT * value) : new Limits(ABOVE_CONSTANT * value, 0);
    }

    private static Limits log(double min, double max, double air) {
        double low = FastMath.log10(min);
        double high = FastMath.log10(max);
        double decades = high - low < 0.001 ? 0.5 : air * (high - low);
        return new Limits(
                Math.max(FastMath.pow(10, low - decades), Double.MIN_NORMAL),
                Math.min(FastMath.pow(10, high + decades), Double.MAX_VALUE));
    }
}
