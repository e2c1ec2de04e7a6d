package org.gradus.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One axis of a chart: its label, its scale, the part of it that is shown, and values at which a line crosses the plot.
 *
 * @param label the quantity and its unit, for instance "epoch" or "time (s)"; empty for none
 * @param scale how values become places on the axis
 * @param limits the part that is shown; empty to show all the data
 * @param lines the reference lines at its values; outside of the limits they are not seen; may be none
 */
public record Axis(String label, Scale scale, Optional<Limits> limits, List<ReferenceLine> lines) {

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
     * Checks the parts and keeps its own copy of the list.
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
        if (lines == null || lines.stream().anyMatch(line -> line == null)) {
            throw new IllegalArgumentException(
                    "axis '" + label + "': the reference lines or one of them are null; give List.of() for none");
        }
        for (ReferenceLine line : lines) {
            if (scale == Scale.LOG && line.at() <= 0) {
                throw new IllegalArgumentException("axis '" + label + "': a log axis has no place for the line '"
                        + line.label() + "' at " + line.at() + "; leave it out, or choose a linear axis");
            }
        }
        lines = List.copyOf(lines);
    }

    /**
     * A linear axis that shows all the data.
     *
     * @param label the quantity and its unit
     * @return the axis
     */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, Optional.empty(), List.of());
    }

    /**
     * A logarithmic axis (base 10) that shows all the data above zero.
     *
     * @param label the quantity and its unit
     * @return the axis
     */
    public static Axis log(String label) {
        return new Axis(label, Scale.LOG, Optional.empty(), List.of());
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
        return new Axis(label, scale, Optional.of(new Limits(lower, upper)), lines);
    }

    /**
     * The same axis with lines across the plot at some of its values: the fork of a run, the limit of stability.
     *
     * @param others the lines
     * @return the axis with these lines
     * @throws IllegalArgumentException if one is null, or a logarithmic axis has no place for it
     */
    public Axis withLines(ReferenceLine... others) {
        return new Axis(label, scale, limits, Arrays.asList(others));
    }
}
