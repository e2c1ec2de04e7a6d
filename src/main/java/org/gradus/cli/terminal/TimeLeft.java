package org.gradus.cli.terminal;

import java.util.Locale;

/** How long a work will still take if it goes on as it went since this was made. */
public final class TimeLeft {
    private static final double LONGEST = 3.6e8; // seconds

    private final long total;
    private final long start = System.nanoTime();
    private long before;

    /**
     * A work that begins now.
     *
     * @param total the size of the whole work
     */
    public TimeLeft(long total) {
        this.total = total;
    }

    /**
     * Begins at a part of the work that was done before, and says nothing of how long it takes.
     *
     * @param steps how much
     */
    public void skip(long steps) {
        before = steps;
    }

    /**
     * {@return the time left, as in {@code 0:35 left}; empty as long as nothing is known of it}
     *
     * @param done how much of the work is done
     */
    public String text(long done) {
        if (done <= before) {
            return "";
        }
        double seconds = (System.nanoTime() - start) / 1e9 / (done - before) * Math.max(0, total - done);
        return text(seconds) + " left";
    }

    /**
     * {@return a time in minutes and seconds, as in {@code 0:35}, or in hours and minutes, as in {@code 2 h 05}}
     *
     * @param seconds how long it is
     */
    public static String text(double seconds) {
        long whole = Math.round(Math.min(seconds, LONGEST));
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d", whole / 3600, whole / 60 % 60);
    }

    /** The size of the work, as in {@code time left of 30}. */
    @Override
    public String toString() {
        return "time left of " + total;
    }
}
