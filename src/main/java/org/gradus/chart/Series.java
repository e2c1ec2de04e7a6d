package org.gradus.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One line of a chart, with or without a band around it.
 *
 * <p>Points are joined in the order given. A point whose y is NaN or infinite, as in a run that diverged, breaks the
 * line; a point alone between two breaks is drawn as a dot.
 *
 * @param name its name in the legend; empty for a line that the legend leaves out
 * @param role the part it plays, if several lines share a color: "training" beside "validation"; the legend explains each role once; empty for none
 * @param points its points, at least one
 * @param style how the line is drawn
 * @param color its color as in HTML, such as {@code #1f6ed4}, or a name, for which the chart chooses one of the {@link Palette}, the same for all
 *     its lines of that name
 */
public record Series(String name, String role, List<Point> points, LineStyle style, String color) {

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing or there is no point
     */
    public Series {
        Labels.require("series: the name", name);
        Labels.require("series '" + name + "': the role", role);
        Labels.require("series '" + name + "': the color", color);
        if (points == null || points.isEmpty()) {
            throw new IllegalArgumentException("series '" + name + "': there is no point to draw; give at least one");
        }
        if (style == null) {
            throw new IllegalArgumentException("series '" + name + "': the style is null; give SOLID, DASHED or FAINT");
        }
        points = List.copyOf(points);
        color = color.toLowerCase(Locale.ROOT);
    }

    /**
     * A line that plays no particular role.
     *
     * @param name its name in the legend; empty for a line that the legend leaves out
     * @param points its points, at least one
     * @param style how the line is drawn
     * @param color its color as in HTML, or a name
     * @throws IllegalArgumentException if a part is missing or there is no point
     */
    public Series(String name, List<Point> points, LineStyle style, String color) {
        this(name, "", points, style, color);
    }

    /**
     * Values at 0, 1, 2, …, solid, in a color of the palette: one for each category of a bar chart, say.
     *
     * @param name its name in the legend
     * @param y the values; NaN for one that is missing
     * @return the series
     * @throws IllegalArgumentException if there is no value
     */
    public static Series ofValues(String name, double... y) {
        return of(name, IntStream.range(0, y.length).asDoubleStream().toArray(), y);
    }

    /**
     * A solid line in a color of the palette.
     *
     * @param name its name in the legend
     * @param x the places on the horizontal axis, all finite
     * @param y the places on the vertical axis, one for each x; NaN and ±∞ break the line
     * @return the series
     * @throws IllegalArgumentException if there is no point, the lengths differ, or an x is not finite
     */
    public static Series of(String name, double[] x, double[] y) {
        requireLength(name, "y", y.length, x.length);
        List<Point> points =
                IntStream.range(0, x.length).mapToObj(i -> Point.of(x[i], y[i])).toList();
        return new Series(name, points, LineStyle.SOLID, name);
    }

    /**
     * The same line with a band around it, for instance the quartiles around a median.
     *
     * @param lower the lower edge, one value for each point
     * @param upper the upper edge, one value for each point, nowhere below {@code lower}
     * @return the series with the band
     * @throws IllegalArgumentException if the lengths differ or the edges cross
     */
    public Series withBand(double[] lower, double[] upper) {
        requireLength(name, "lower", lower.length, points.size());
        requireLength(name, "upper", upper.length, points.size());
        List<Point> banded = IntStream.range(0, points.size())
                .mapToObj(i -> new Point(points.get(i).x(), points.get(i).y(), lower[i], upper[i]))
                .toList();
        return new Series(name, role, banded, style, color);
    }

    /**
     * The same line, drawn otherwise.
     *
     * @param other the style
     * @return the series in that style
     */
    public Series withStyle(LineStyle other) {
        return new Series(name, role, points, other, color);
    }

    /**
     * The same line in a role, which its style stands for: {@code Series.of("adam", ...).withRole("training", LineStyle.DASHED)}. The lines of one
     * name share their color, those of one role their style, and the legend has one entry for each name and one for each role instead of one for
     * each line.
     *
     * @param other the role
     * @param itsStyle the style of all lines in that role
     * @return the series in that role
     */
    public Series withRole(String other, LineStyle itsStyle) {
        return new Series(name, other, points, itsStyle, color);
    }

    /**
     * The same line in another color: {@code Series.of("adam", ...).withColor("#1f6ed4")}.
     *
     * @param other the color as in HTML, or a name that several lines share
     * @return the series in that color
     */
    public Series withColor(String other) {
        return new Series(name, role, points, style, other);
    }

    /**
     * Says whether a band is drawn around the line.
     *
     * @return true if at some point the band has a width
     */
    public boolean hasBand() {
        return points.stream().anyMatch(point -> point.lower() < point.upper());
    }

    private static void requireLength(String name, String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException("series '" + name + "': x has " + expected + " values, " + what + " has "
                    + found + "; give one " + what + " for each x");
        }
    }
}
