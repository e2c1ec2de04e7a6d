package org.gradus.view;

import java.util.Arrays;
import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.ContourChart;
import org.gradus.chart.Levels;
import org.gradus.chart.Limits;
import org.gradus.chart.Mark;
import org.gradus.chart.ScalarField;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Minimum;

/** A landscape of two numbers as a map: level lines at heights above the minimum with equal ratios, so that one sees hills and valley at once. */
public final class LandscapeChart {
    private static final int GRID = 201;
    private static final int LINES = 13;
    private static final double LOW = 0.01; // the parts of the map below the lowest and below the highest line
    private static final double HIGH = 0.97;
    private static final double WIDE = 10; // from how many times the lowest height on levels have equal ratios

    private LandscapeChart() {}

    /**
     * {@return the map of a landscape within its usual bounds, with its minima}
     *
     * @param landscape the landscape, of two numbers
     * @throws IllegalArgumentException if it is one of more or fewer numbers
     */
    public static ContourChart of(Landscape landscape) {
        double[] lower = landscape.bounds().lower();
        double[] upper = landscape.bounds().upper();
        if (landscape.dimensions() != 2) {
            throw new IllegalArgumentException(
                    "%s: a map needs a problem of 2 numbers, found %s; watch a rule on it instead, as in gradus trace adam --problem %s"
                            .formatted(landscape.name(), landscape.dimensions(), landscape.name()));
        }
        return of(landscape, new Limits(lower[0], upper[0]), new Limits(lower[1], upper[1]));
    }

    /**
     * {@return the map of a part of a landscape, with the minima in it}
     *
     * @param landscape the landscape, of two numbers, which is the same at all steps
     * @param x the part from left to right
     * @param y the part from bottom to top
     */
    public static ContourChart of(Landscape landscape, Limits x, Limits y) {
        ScalarField field = ScalarField.sample((a, b) -> landscape.value(new double[] {a, b}, 1), x, y, GRID, GRID);
        Mark[] minima = landscape.minima().stream()
                .map(Minimum::point)
                .filter(point -> within(x, point[0]) && within(y, point[1]))
                .map(point -> Mark.minimum(point[0], point[1]))
                .toArray(Mark[]::new);
        return ContourChart.of(
                        Legends.problem(landscape), Axis.linear("x"), Axis.linear("y"), field, levels(landscape, field))
                .withSubtitle("L = " + landscape.formula())
                .withMarks(minima);
    }

    private static boolean within(Limits limits, double place) {
        return limits.lower() <= place && place <= limits.upper();
    }

    private static List<Double> levels(Landscape landscape, ScalarField field) {
        double[] values = values(field);
        if (values.length > 0 && !landscape.minima().isEmpty()) {
            double bottom = landscape.minima().get(0).value();
            double lowest = values[(int) (LOW * values.length)] - bottom;
            double highest = values[(int) (HIGH * values.length)] - bottom;
            if (lowest > 0 && highest > WIDE * lowest) {
                return Levels.logarithmic(bottom, lowest, highest, LINES);
            }
        }
        return Levels.linear(field, LINES);
    }

    /** The finite values of a field, the smallest first. */
    private static double[] values(ScalarField field) {
        double[] values = new double[field.columns() * field.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.z(i % field.columns(), i / field.columns());
        }
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }
}
