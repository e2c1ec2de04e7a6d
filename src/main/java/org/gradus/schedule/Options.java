package org.gradus.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Catalog;

/**
 * What a schedule is made from: its highest rate, the updates of the whole training, and numbers by the names of its record's components:
 * those given, and for the others the defaults of whoever asks.
 */
final class Options {
    private final String schedule;
    private final double eta;
    private final long steps;
    private final Map<String, Double> given;
    private final Map<String, Double> asked = new LinkedHashMap<>();

    Options(String schedule, double eta, long steps, Map<String, Double> given) {
        this.schedule = schedule;
        this.eta = eta;
        this.steps = steps;
        this.given = new LinkedHashMap<>(given);
    }

    double eta() {
        return eta;
    }

    /** How long the schedule lasts: by default as long as the training. */
    long steps() {
        return count("steps", steps);
    }

    /** A part of the training, at least one update long. */
    long part(long parts) {
        return Math.max(1, steps / parts);
    }

    /** The factor per update that leaves one percent at the end of the training. */
    double toOnePercent() {
        return FastMath.pow(0.01, 1.0 / steps);
    }

    double number(String name, double otherwise) {
        asked.put(name, otherwise);
        return given.getOrDefault(name, otherwise);
    }

    long count(String name, long otherwise) {
        double number = number(name, otherwise);
        if (number != (long) number) {
            throw new IllegalArgumentException(
                    "%s: %s must be a whole number, found %s".formatted(schedule, name, number));
        }
        return (long) number;
    }

    /** Refuses names that nobody asked for. */
    void check() {
        for (String name : given.keySet()) {
            try {
                Catalog.of("option", asked).get(name);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(schedule + ": " + unknown.getMessage(), unknown);
            }
        }
    }
}
