package org.gradus.schedule;

import java.util.List;

/** Schedules of a user of the library, found by way of {@code META-INF/services}. */
public final class UsersSchedules implements ScheduleSource {

    @Override
    public List<ScheduleEntry> entries() {
        return List.of(new ScheduleEntry(
                "users-halving", (eta, steps, o) -> new StepDecay(eta, o.count("every", Math.max(1, steps / 4)), 0.5)));
    }
}
