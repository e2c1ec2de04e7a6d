package org.gradus.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A map: a function of two variables as level lines, with paths across it and marked points.
 *
 * <pre>{@code
 * ScalarField loss = ScalarField.sample((x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x),
 *         new Limits(-2, 2), new Limits(-1, 3));
 * ContourChart chart = ContourChart.of(
 *                 "Rosenbrock's valley", Axis.linear("x"), Axis.linear("y"), loss, Levels.logarithmic(loss, 10))
 *         .withPaths(Series.of("sgdm", sgdmX, sgdmY), Series.of("adam", adamX, adamY))
 *         .withMarks(Mark.start(-1.2, 1), Mark.minimum(1, 1));
 * }</pre>
 *
 * <p>The darker, the lower, on a dark ground too; numbers on the level lines say how low. A path is the points of a {@link Series} in their order, with a dot at each if there are not too many, so that one
 * sees long steps and short ones, and a larger dot at its end. A path that leaves the map is cut at its edge; one that diverges is to end before the
 * first number that is not finite.
 *
 * <p>The axes fill the picture, each in its own scale; level lines and gradients meet at right angles only if both scales are the same.
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param x the horizontal axis, linear; without limits of its own it shows the whole field
 * @param y the vertical axis, linear; without limits of its own it shows the whole field
 * @param field the function
 * @param levels the values that have a line, rising, all finite; at least one
 * @param paths the paths, in the order of the legend, later ones on top; may be none
 * @param arrows the arrows, above all paths; may be none
 * @param marks the marked points, above all paths; may be none
 * @param legend where the legend goes
 */
public record ContourChart(
        String title,
        String subtitle,
        Axis x,
        Axis y,
        ScalarField field,
        List<Double> levels,
        List<Series> paths,
        List<Arrow> arrows,
        List<Mark> marks,
        LegendPlace legend)
        implements Chart {

    /**
     * Checks the parts and keeps its own copies of the lists.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, an axis is logarithmic, there is no level, the levels do not rise,
     *     or a path has a band
     */
    public ContourChart {
        Labels.requireTitles(title, subtitle);
        requireLinear(title, "x", x);
        requireLinear(title, "y", y);
        Labels.requirePart(title, "the field", field);
        levels = Labels.copy(title, "levels", levels);
        paths = Labels.copy(title, "paths", paths);
        arrows = Labels.copy(title, "arrows", arrows);
        marks = Labels.copy(title, "marks", marks);
        Labels.requirePart(title, "the legend place", legend);
        requireRising(title, levels);
        for (Series path : paths) {
            if (path.hasBand()) {
                throw new IllegalArgumentException("chart '" + title + "': the path '" + path.name()
                        + "' has a band, which a map cannot show; leave it out");
            }
        }
    }

    private static void requireLinear(String title, String name, Axis axis) {
        Labels.requirePart(title, "the " + name + " axis", axis);
        if (axis.scale() != Axis.Scale.LINEAR) {
            throw new IllegalArgumentException("chart '" + title + "': the " + name
                    + " axis is logarithmic; a map needs linear axes, so give it the field over log " + name);
        }
    }

    private static void requireRising(String title, List<Double> levels) {
        boolean rising = !levels.isEmpty();
        for (int i = 0; i < levels.size(); i++) {
            rising &= Double.isFinite(levels.get(i)) && (i == 0 || levels.get(i - 1) < levels.get(i));
        }
        if (!rising) {
            throw new IllegalArgumentException("chart '" + title + "': found the levels " + levels
                    + "; give at least one, all finite, each above the one before, see Levels");
        }
    }

    /**
     * A map without subtitle, paths and marks, its legend where it covers none of them.
     *
     * @param title says what the chart shows; not blank
     * @param x the horizontal axis, linear
     * @param y the vertical axis, linear
     * @param field the function
     * @param levels the values that have a line, rising
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, an axis is logarithmic, there is no level or they do not rise
     */
    public static ContourChart of(String title, Axis x, Axis y, ScalarField field, List<Double> levels) {
        return new ContourChart(title, "", x, y, field, levels, List.of(), List.of(), List.of(), LegendPlace.BEST);
    }

    /**
     * The same map under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public ContourChart withSubtitle(String other) {
        return new ContourChart(title, other, x, y, field, levels, paths, arrows, marks, legend);
    }

    /**
     * The same map with other paths.
     *
     * @param others the paths, in the order of the legend
     * @return the chart with these paths
     * @throws IllegalArgumentException if one is null or has a band
     */
    public ContourChart withPaths(Series... others) {
        return new ContourChart(title, subtitle, x, y, field, levels, Arrays.asList(others), arrows, marks, legend);
    }

    /**
     * The same map with other arrows.
     *
     * @param others the arrows
     * @return the chart with these arrows
     * @throws IllegalArgumentException if one is null
     */
    public ContourChart withArrows(Arrow... others) {
        return new ContourChart(title, subtitle, x, y, field, levels, paths, Arrays.asList(others), marks, legend);
    }

    /**
     * The same map with other marks.
     *
     * @param others the marks
     * @return the chart with these marks
     * @throws IllegalArgumentException if one is null
     */
    public ContourChart withMarks(Mark... others) {
        return new ContourChart(title, subtitle, x, y, field, levels, paths, arrows, Arrays.asList(others), legend);
    }

    /**
     * The same map with its legend elsewhere.
     *
     * @param other the place
     * @return the chart with its legend there
     */
    public ContourChart withLegend(LegendPlace other) {
        return new ContourChart(title, subtitle, x, y, field, levels, paths, arrows, marks, other);
    }

    @Override
    public String description() {
        return Labels.sentence(
                "Level lines over " + x.label() + " and " + y.label(),
                Stream.of(
                                paths.stream().map(Series::name),
                                arrows.stream().map(Arrow::name),
                                marks.stream().map(Mark::name))
                        .flatMap(names -> names));
    }
}
