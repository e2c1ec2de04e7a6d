package org.gradus.chart;

import java.util.Locale;

/**
 * A line across the whole plot at one value of an axis: upright at a value of the horizontal axis, level at one of the vertical axis.
 *
 * @param at the value
 * @param label what the value is, written along the line; empty for none
 * @param color its color as in HTML, such as {@code #1f6ed4}, or a name that lines or other reference lines share, or empty for the color of texts
 * @param style how it is drawn
 */
public record ReferenceLine(double at, String label, String color, LineStyle style) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the value is not finite or a part is missing
     */
    public ReferenceLine {
        Labels.require("reference line: the label", label);
        if (!Double.isFinite(at)) {
            throw new IllegalArgumentException(
                    "reference line '" + label + "': found the value " + at + "; give a finite number");
        }
        Labels.require("reference line '" + label + "': the color", color);
        if (style == null) {
            throw new IllegalArgumentException(
                    "reference line '" + label + "': the style is null; give SOLID, DASHED or FAINT");
        }
        color = color.toLowerCase(Locale.ROOT);
    }

    /**
     * A dashed line in the color of texts.
     *
     * @param at the value
     * @param label what it is
     * @return the line
     * @throws IllegalArgumentException if the value is not finite or the label is null
     */
    public static ReferenceLine of(double at, String label) {
        return new ReferenceLine(at, label, "", LineStyle.DASHED);
    }

    /**
     * The same line in another color.
     *
     * @param other the color as in HTML, or a name
     * @return the line in that color
     */
    public ReferenceLine withColor(String other) {
        return new ReferenceLine(at, label, other, style);
    }

    /**
     * The same line, drawn otherwise.
     *
     * @param other the style
     * @return the line in that style
     */
    public ReferenceLine withStyle(LineStyle other) {
        return new ReferenceLine(at, label, color, other);
    }
}
