package org.gradus.chart;

import java.util.Optional;

/**
 * One axis of a chart: its label, its scale, and the part of it that is shown.
 *
 * @param label the quantity and its unit, for instance "epoch" or "time (s)"; empty for none
 * @param scale how values become places on the axis
 * @param limits the part that is shown; empty to show all the data
 */
public record Axis(String label, Scale scale, Optional<Limits> limits) {

    /** How values become places on an axis. */
    public enum Scale {
        /** Equal differences take equal room. */
        LINEAR,

        /**
         * Equal ratios take equal room (base 10). A value at or below zero has no place: a line breaks there, and a
         * band that reaches below zero goes on to the lower edge.
         */
        LOG
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is missing, or if a logarithmic axis is to show zero or less
     */
    public Axis {
        Labels.require("axis: the label", label);
        if (scale == null) {
            throw new IllegalArgumentException("axis '" + label + "': the scale is null; give LINEAR or LOG");
        }
        if (limits == null) {
            throw new IllegalArgumentException(
                    "axis '" + label + "': the limits are null; give Optional.empty() to show all the data");
        }
        if (scale == Scale.LOG && limits.isPresent() && limits.get().lower() <= 0) {
            throw new IllegalArgumentException("axis '" + label + "': a log axis cannot show "
                    + limits.get().lower() + "; choose a lower limit above 0, or a linear axis");
        }
    }

    /**
     * A linear axis that shows all the data.
     *
     * @param label the quantity and its unit
     * @return the axis
     */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, Optional.empty());
    }

    /**
     * A logarithmic axis (base 10) that shows all the data above zero.
     *
     * @param label the quantity and its unit
     * @return the axis
     */
    public static Axis log(String label) {
        return new Axis(label, Scale.LOG, Optional.empty());
    }

    /**
     * The same axis, showing a chosen part; lines are cut at its ends.
     *
     * @param lower the smallest value shown
     * @param upper the largest value shown
     * @return the axis with these limits
     * @throws IllegalArgumentException if the limits are not finite and in order, or a logarithmic axis is to show
     *     zero or less
     */
    public Axis withLimits(double lower, double upper) {
        return new Axis(label, scale, Optional.of(new Limits(lower, upper)));
    }
}
