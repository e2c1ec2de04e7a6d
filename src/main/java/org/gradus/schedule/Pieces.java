package org.gradus.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/** Updates at which something changes: what {@link Piecewise} and {@link MultiStep} have in common. */
final class Pieces {
    private Pieces() {}

    static void checkOrder(Domain domain, String name, List<Long> boundaries) {
        List<Long> ordered =
                boundaries.stream().filter(boundary -> boundary >= 0).sorted().toList();
        domain.require(boundaries.equals(ordered), name, boundaries, "whole numbers in order, each at least 0");
    }

    /** How many boundaries update t has reached. */
    static int passed(List<Long> boundaries, long t) {
        return (int) boundaries.stream().filter(boundary -> boundary <= t).count();
    }

    /** One line per piece, of what η_t is in it. */
    static Equations equations(List<Long> boundaries, IntFunction<String> rate) {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < boundaries.size(); k++) {
            lines.add("η_t = %s, if t < %s".formatted(rate.apply(k), boundaries.get(k)));
        }
        lines.add("η_t = " + rate.apply(boundaries.size()));
        return Equations.of(lines.toArray(String[]::new));
    }
}
