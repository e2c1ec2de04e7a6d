package org.gradus.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Points in classes, told apart by color and shape, on the ground of what a classifier decides.
 *
 * <pre>{@code
 * ScatterChart chart = ScatterChart.of("Two moons", Axis.linear("x₁"), Axis.linear("x₂"),
 *                 Series.of("class 0", x0, y0), Series.of("class 1", x1, y1))
 *         .withDecision(ScatterChart.Decision.probability(field));   // of class 1, over x₁ and x₂
 * }</pre>
 *
 * <p>A class is the points of a {@link Series}: full where it is solid, hollow where it is dashed (test data, say), pale where it is faint. Points
 * of one name have one color and one shape.
 *
 * @param title says what the chart shows; not blank
 * @param subtitle says under which conditions; empty for none
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param classes the points of each class, in the order of the legend, later ones on top; at least one
 * @param decision what is decided where; empty for a plain ground
 * @param legend where the legend goes
 */
public record ScatterChart(
        String title,
        String subtitle,
        Axis x,
        Axis y,
        List<Series> classes,
        Optional<Decision> decision,
        LegendPlace legend)
        implements Chart {

    /**
     * What a classifier decides over a rectangle.
     *
     * @param field the number of the class decided for, from 0, in the order of the chart's classes; or the probability of the second of two classes
     * @param probability whether the field is a probability: then the ground is the stronger, the surer, with a line at one half
     */
    public record Decision(ScalarField field, boolean probability) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the field is null, a probability is not between 0 and 1, or a class is no whole number from 0
         */
        public Decision {
            if (field == null) {
                throw new IllegalArgumentException("decision: the field is null; give one, see ScalarField.sample");
            }
            for (double value : field.sorted()) {
                if (probability ? value < 0 || value > 1 : value < 0 || value != Math.rint(value)) {
                    throw new IllegalArgumentException("decision: found the value " + value + "; "
                            + (probability
                                    ? "a probability is between 0 and 1"
                                    : "the number of a class is 0, 1, 2, …"));
                }
            }
        }

        /**
         * The class decided for at each place.
         *
         * @param field the number of the class, from 0
         * @return the decision
         * @throws IllegalArgumentException if a value is no whole number from 0
         */
        public static Decision classes(ScalarField field) {
            return new Decision(field, false);
        }

        /**
         * How probable the second of two classes is at each place.
         *
         * @param field the probability
         * @return the decision
         * @throws IllegalArgumentException if a value is not between 0 and 1
         */
        public static Decision probability(ScalarField field) {
            return new Decision(field, true);
        }

        /** The number of classes that it decides among, at least. */
        int classes() {
            double[] values = field.sorted();
            return probability ? 2 : values.length == 0 ? 0 : 1 + (int) values[values.length - 1];
        }
    }

    /**
     * Checks the parts and keeps its own copy of the list.
     *
     * @throws IllegalArgumentException if a part is missing, the title is blank, there are no points, points have bands, an axis under a decision is
     *     logarithmic, or the decision knows a class that the chart does not have
     */
    public ScatterChart {
        Labels.requireTitles(title, subtitle);
        Labels.requirePart(title, "the x axis", x);
        Labels.requirePart(title, "the y axis", y);
        classes = Labels.copySome(title, "class", classes, "Series.of");
        Labels.requirePart(title, "the decision", decision);
        Labels.requirePart(title, "the legend place", legend);
        for (Series each : classes) {
            if (each.hasBand()) {
                throw new IllegalArgumentException("chart '" + title + "': the points '" + each.name()
                        + "' have a band, which points alone cannot show; leave it out");
            }
        }
        if (legend == LegendPlace.LINE_ENDS) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': points have no line ends to put names at; choose another legend place");
        }
        if (decision.isPresent()) {
            requireDecision(title, x, y, classes, decision.get());
        }
    }

    private static void requireDecision(String title, Axis x, Axis y, List<Series> classes, Decision decision) {
        if (x.scale() == Axis.Scale.LOG || y.scale() == Axis.Scale.LOG) {
            throw new IllegalArgumentException("chart '" + title
                    + "': a decision needs linear axes; leave it out, or give it and the points over the logarithm");
        }
        long known = classes.stream().map(Series::color).distinct().count();
        if (decision.classes() > known) {
            throw new IllegalArgumentException("chart '" + title + "': the decision is among " + decision.classes()
                    + " classes, found points of " + known + " colors; give points for each class");
        }
    }

    /**
     * Points on a plain ground, the legend where it covers none of them.
     *
     * @param title says what the chart shows; not blank
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param classes the points of each class; at least one
     * @return the chart
     * @throws IllegalArgumentException if a part is missing, the title is blank, there are no points, or points have bands
     */
    public static ScatterChart of(String title, Axis x, Axis y, Series... classes) {
        return new ScatterChart(title, "", x, y, Arrays.asList(classes), Optional.empty(), LegendPlace.BEST);
    }

    /**
     * The same chart under another subtitle.
     *
     * @param other the subtitle, empty for none
     * @return the chart with that subtitle
     */
    public ScatterChart withSubtitle(String other) {
        return new ScatterChart(title, other, x, y, classes, decision, legend);
    }

    /**
     * The same points on the ground of a decision.
     *
     * @param other what is decided where
     * @return the chart with that ground; without limits of their own, its axes show all of it
     * @throws IllegalArgumentException if it knows a class that the chart does not have, or an axis is logarithmic
     */
    public ScatterChart withDecision(Decision other) {
        return new ScatterChart(title, subtitle, x, y, classes, Optional.ofNullable(other), legend);
    }

    /**
     * The same chart with its legend elsewhere.
     *
     * @param other the place
     * @return the chart with its legend there
     */
    public ScatterChart withLegend(LegendPlace other) {
        return new ScatterChart(title, subtitle, x, y, classes, decision, other);
    }

    @Override
    public String description() {
        String ground = decision.isEmpty() ? "" : ", on the regions of a classifier";
        return Labels.sentence(
                "Points over " + x.label() + " and " + y.label() + ground,
                classes.stream().map(Series::name));
    }
}
