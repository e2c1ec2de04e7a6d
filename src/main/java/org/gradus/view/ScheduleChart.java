package org.gradus.view;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.Schedules;

/** The chart of a learning-rate schedule, before anything is trained with it. */
public final class ScheduleChart {
    private ScheduleChart() {}

    /**
     * {@return the learning rate over the updates}
     *
     * @param schedule the schedule
     * @param steps how many updates to show, at least 1
     */
    public static LineChart of(Schedule schedule, int steps) {
        double[] updates = IntStream.range(0, steps).asDoubleStream().toArray();
        double[] rates = Schedules.sample(schedule, steps);
        return LineChart.of(
                "Learning rate: " + schedule.name(),
                Axis.linear("update t"),
                rateAxis(rates),
                Series.of("", updates, rates));
    }

    /** {@return an axis for learning rates: from 0 on, so that a constant one is a line in the middle and not an axis of its own}
     *
     * @param rates the rates
     */
    public static Axis rateAxis(double... rates) {
        double highest = Arrays.stream(rates).filter(Double::isFinite).max().orElse(0);
        Axis axis = Axis.linear("learning rate η");
        return highest > 0 ? axis.withLimits(0, 1.08 * highest) : axis;
    }
}
