package org.gradus.optim;

/** The domains of hyper-parameters. Every rule checks its own in its constructor. */
final class Domain {
    private Domain() {}

    /** Refuses a decay rate outside [0, 1). */
    static void decay(String rule, String name, double value) {
        require(value >= 0 && value < 1, rule, name, value, "at least 0 and less than 1");
    }

    /** Refuses a negative or infinite number. */
    static void nonNegative(String rule, String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, rule, name, value, "a finite number, at least 0");
    }

    private static void require(boolean holds, String rule, String name, double value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s must be %s, found %s".formatted(rule, name, domain, value));
        }
    }
}
