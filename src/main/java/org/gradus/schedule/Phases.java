package org.gradus.schedule;

import org.gradus.catalog.Domain;

/** What the four shapes of the 1cycle policy ask of their numbers. */
final class Phases {
    private Phases() {}

    static void check(String schedule, long steps, double share, double... rates) {
        Domain.of(schedule)
                .rates("start, peak, end", rates)
                .count("steps", steps)
                .require(share >= 0 && share <= 1, "share", share, "from 0 to 1")
                .require(share * steps != 1, "share", share, "other than 1 / " + steps + ", a warm-up without length");
    }
}
