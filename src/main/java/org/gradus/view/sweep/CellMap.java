package org.gradus.view.sweep;

import java.util.List;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Point;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;

/**
 * A measure over two numbers: each place has the color of the nearest point. Around the points of a grid these are rectangles, wherever its values
 * lie.
 *
 * @param x the number from left to right
 * @param y the number from bottom to top
 * @param points what was run
 * @param measure what of it
 */
record CellMap(VariedNumber x, VariedNumber y, List<RunGroup> points, Measure measure) {
    private static final int FINE = 240;

    HeatMapChart chart(String title, List<RunGroup> best) {
        double[] medians =
                points.stream().map(measure::of).mapToDouble(Quartiles::median).toArray();
        HeatMapChart chart = HeatMapChart.of(
                title,
                x.axis().withLimits(x.around().lower(), x.around().upper()),
                y.axis().withLimits(y.around().lower(), y.around().upper()),
                field(medians),
                measure.axis());
        return best.isEmpty() ? chart : chart.withLines(dots("best", best));
    }

    private Series dots(String name, List<RunGroup> at) {
        return new Series(
                name,
                at.stream().map(point -> Point.of(x.of(point), y.of(point))).toList(),
                org.gradus.chart.LineStyle.SOLID,
                "#ffffff");
    }

    private ScalarField field(double... values) {
        double[] across = points.stream().mapToDouble(x::of).map(x::place).toArray();
        double[] up = points.stream().mapToDouble(y::of).map(y::place).toArray();
        double[][] cells = new double[FINE][FINE];
        for (int row = 0; row < FINE; row++) {
            for (int column = 0; column < FINE; column++) {
                cells[row][column] = values[nearest(across, up, (column + 0.5) / FINE, (row + 0.5) / FINE)];
            }
        }
        return ScalarField.of(x.around(), y.around(), cells);
    }

    private static int nearest(double[] across, double[] up, double toX, double toY) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < across.length; i++) {
            double distance = (across[i] - toX) * (across[i] - toX) + (up[i] - toY) * (up[i] - toY);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
