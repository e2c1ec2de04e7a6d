package org.gradus.experiment.statistics;

/** What the evidence on one question allows to say. */
public enum Decision {
    /** Chance alone would do as much: nothing is claimed. */
    NOT_SIGNIFICANT("not significant"),
    /** One side is better, but wins too few of the pairs for that to matter. */
    NOT_MEANINGFUL("significant but not meaningful"),
    /** One side is better, and wins so many of the pairs that it matters. */
    MEANINGFUL("significant and meaningful");

    private final String words;

    Decision(String words) {
        this.words = words;
    }

    /** In words, as in {@code significant but not meaningful}. */
    @Override
    public String toString() {
        return words;
    }
}
