package org.gradus.schedule;

import java.util.List;

/**
 * The domains of the numbers that make a schedule. Every schedule checks its own in its constructor.
 *
 * @param schedule the schedule's name, for messages
 */
record Domain(String schedule) {
    static Domain of(String schedule) {
        return new Domain(schedule);
    }

    /** Rates that may be 0, or momenta; their names stand before them, with commas between. */
    Domain rates(String names, double... values) {
        for (int i = 0; i < values.length; i++) {
            boolean finite = values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY;
            require(finite, names.split(", ")[i], values[i], "a finite number, at least 0");
        }
        return this;
    }

    Domain positive(String name, double value) {
        return require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number, more than 0");
    }

    Domain factor(String name, double value) {
        return require(value > 0 && value <= 1, name, value, "more than 0 and at most 1");
    }

    /** Counts of updates and the like; their names stand before them, with commas between. */
    Domain counts(String names, long... values) {
        for (int i = 0; i < values.length; i++) {
            require(values[i] >= 1, names.split(", ")[i], values[i], "a whole number, at least 1");
        }
        return this;
    }

    /** The share of all steps in each of so many equal phases: more than one step, and something is left for the last phase. */
    Domain share(double share, long steps, int phases) {
        boolean fine = share * steps > 1 && share * phases <= 1 && share < 1;
        String most = phases == 1 ? "less than 1" : "at most 1 / " + phases;
        return require(fine, "share", share, "more than 1 / %d, one step, and %s".formatted(steps, most));
    }

    /** Rates before, between and after boundaries. */
    Domain pieces(List<Long> boundaries, List<Double> rates) {
        require(
                boundaries.equals(
                        boundaries.stream().filter(each -> each >= 0).sorted().toList()),
                "boundaries",
                boundaries,
                "whole numbers in order, each at least 0");
        require(
                rates.size() == boundaries.size() + 1,
                "the number of rates",
                rates.size(),
                "one more than that of the boundaries, " + boundaries.size());
        rates.forEach(rate -> rates("each rate", rate));
        return this;
    }

    Domain require(boolean holds, String name, Object value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s must be %s, found %s".formatted(schedule, name, domain, value));
        }
        return this;
    }
}
