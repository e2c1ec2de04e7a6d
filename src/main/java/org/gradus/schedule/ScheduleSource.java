package org.gradus.schedule;

import java.util.List;
import org.gradus.catalog.Source;

/**
 * Schedules of users' own by name. A class that implements this, named in the file {@code META-INF/services/org.gradus.schedule.ScheduleSource}
 * of its jar, adds its schedules to those of {@link Schedules}, on the command line too:
 *
 * <pre>{@code
 * public final class MySchedules implements ScheduleSource {
 *     public List<ScheduleEntry> entries() {
 *         return List.of(new ScheduleEntry("halving", (eta, steps, o) -> new StepDecay(eta, o.count("every", steps / 2), 0.5)));
 *     }
 * }
 * }</pre>
 */
public interface ScheduleSource extends Source<ScheduleEntry> {

    /** {@return the schedules, in the order to list them; names that are taken are refused} */
    @Override
    List<ScheduleEntry> entries();
}
