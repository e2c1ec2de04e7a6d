package org.gradus.chart;

import java.util.Locale;

/**
 * An arrow on a map: a gradient, a momentum, a step.
 *
 * @param name what it is, for the legend, which says each name once; empty to leave it out
 * @param from where it begins
 * @param to where its head is
 * @param color its color as in HTML, or a name, as that of a {@link Series}
 */
public record Arrow(String name, Point from, Point to, String color) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is missing or a place is not finite
     */
    public Arrow {
        Labels.require("arrow: the name", name);
        Labels.require("arrow '" + name + "': the color", color);
        if (from == null || to == null || !Double.isFinite(from.y()) || !Double.isFinite(to.y())) {
            throw new IllegalArgumentException(
                    "arrow '" + name + "': found " + from + " to " + to + "; give two points with finite numbers");
        }
        color = color.toLowerCase(Locale.ROOT);
    }

    /**
     * An arrow in a color of the palette.
     *
     * @param name what it is
     * @param fromX the place of its beginning on the horizontal axis
     * @param fromY the place of its beginning on the vertical axis
     * @param toX the place of its head on the horizontal axis
     * @param toY the place of its head on the vertical axis
     * @return the arrow
     * @throws IllegalArgumentException if a number is not finite
     */
    public static Arrow of(String name, double fromX, double fromY, double toX, double toY) {
        return new Arrow(name, Point.of(fromX, fromY), Point.of(toX, toY), name);
    }

    /**
     * The same arrow in another color.
     *
     * @param other the color as in HTML, or a name that it shares with others
     * @return the arrow in that color
     */
    public Arrow withColor(String other) {
        return new Arrow(name, from, to, other);
    }
}
