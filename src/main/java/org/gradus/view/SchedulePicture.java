package org.gradus.view;

import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.Schedules;

/** The chart of a learning-rate schedule, before anything is trained with it. */
public final class SchedulePicture {
    private SchedulePicture() {}

    /**
     * {@return the learning rate over the updates}
     *
     * @param schedule the schedule
     * @param steps how many updates to show, at least 1
     */
    public static LineChart of(Schedule schedule, int steps) {
        double[] updates = IntStream.range(0, steps).asDoubleStream().toArray();
        Series rates = Series.of(schedule.name(), updates, Schedules.sample(schedule, steps));
        return LineChart.of("Learning rate: " + schedule.name(), Axis.linear("update t"), Axis.linear("η"), rates);
    }
}
