package org.gradus.lecture;

import java.util.Collection;
import org.gradus.chart.Series;
import org.gradus.optim.Rules;

/** The line of a rule: under its name as it is written, in its color. */
public final class RuleLine {
    private RuleLine() {}

    /**
     * {@return the line}
     *
     * @param rule the rule's name, such as {@code sgdm}
     * @param x the places on the horizontal axis
     * @param y the values, as many
     */
    public static Series of(String rule, double[] x, double[] y) {
        return Series.of(Rules.written(rule), x, y).withColor(Rules.color(rule));
    }

    /**
     * {@return the line}
     *
     * @param rule the rule's name, such as {@code sgdm}
     * @param x the places on the horizontal axis
     * @param y the values, as many
     */
    public static Series of(String rule, double[] x, Collection<Double> y) {
        return of(rule, x, y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * {@return the line through the points of a walk on a landscape of two numbers}
     *
     * @param rule the rule's name, such as {@code sgdm}
     * @param path the points, as {@code Trace.path()} gives them
     */
    public static Series of(String rule, Collection<double[]> path) {
        return of(
                rule,
                path.stream().mapToDouble(point -> point[0]).toArray(),
                path.stream().mapToDouble(point -> point[1]).toArray());
    }
}
