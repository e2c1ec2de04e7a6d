package org.gradus.schedule.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/** Updates at which something changes: what schedules of constant pieces have in common. */
public final class Pieces {
    private Pieces() {}

    /**
     * Refuses boundaries that fall.
     *
     * @param domain the domains of the schedule's numbers
     * @param name what the schedule calls its boundaries
     * @param boundaries the updates from which on the next piece holds
     * @throws IllegalArgumentException if one is negative, or less than the one before
     */
    public static void checkOrder(Domain domain, String name, List<Long> boundaries) {
        List<Long> ordered =
                boundaries.stream().filter(boundary -> boundary >= 0).sorted().toList();
        domain.require(boundaries.equals(ordered), name, boundaries, "whole numbers in order, each at least 0");
    }

    /**
     * {@return how many boundaries update t has reached}
     *
     * @param boundaries the boundaries
     * @param t the update
     */
    public static int passed(List<Long> boundaries, long t) {
        return (int) boundaries.stream().filter(boundary -> boundary <= t).count();
    }

    /**
     * {@return one line per piece, of what η_t is in it}
     *
     * @param boundaries the boundaries
     * @param rate the formula of the rate after so many boundaries
     */
    public static Equations equations(List<Long> boundaries, IntFunction<String> rate) {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < boundaries.size(); k++) {
            lines.add("η_t = %s, if t < %s".formatted(rate.apply(k), boundaries.get(k)));
        }
        lines.add("η_t = " + rate.apply(boundaries.size()));
        return Equations.of(lines.toArray(String[]::new));
    }
}
