package org.gradus.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One line that says how far a work has come and is written over and over: its share, a bar, the time left, and a note as far as there is room.
 *
 * <p>It keeps clear of the last column, where some terminals begin a new line, and needs of a terminal only that a carriage return goes back.
 */
public final class Bar implements AutoCloseable {
    private static final long INTERVAL = 100_000_000; // nanoseconds between two pictures

    private static final int SHORTEST = 10;
    private static final int LONGEST = 40;

    private final PrintWriter out;
    private final int room;
    private final long total;
    private final TimeLeft timeLeft;
    private long due = System.nanoTime() + INTERVAL;
    private long done;
    private String note = "";

    /**
     * A bar.
     *
     * @param out where to
     * @param columns the width of the terminal
     * @param total the size of the whole work
     */
    public Bar(PrintWriter out, int columns, long total) {
        this.out = out;
        this.room = columns - 1;
        this.total = Math.max(1, total);
        this.timeLeft = new TimeLeft(this.total);
    }

    /**
     * Begins at a part of the work that was done before.
     *
     * @param steps how much
     */
    public synchronized void skip(long steps) {
        timeLeft.skip(steps);
        done = steps;
    }

    /** One more step of the work. */
    public void step() {
        step(() -> note);
    }

    /**
     * One more step of the work.
     *
     * @param say what to say beside the bar, which is asked for only if it is to be seen
     */
    public synchronized void step(Supplier<String> say) {
        done++;
        long now = System.nanoTime();
        if (now - due >= 0) {
            due = now + INTERVAL;
            note = say.get();
            print(line());
        }
    }

    /**
     * Says something beside the bar from now on.
     *
     * @param text what
     */
    public synchronized void note(String text) {
        note = text;
    }

    private void print(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, room - line.length())));
        out.flush();
    }

    /** The share always, then the bar, the time left and the note, as they fit. */
    private String line() {
        double share = Math.min(1, (double) done / total);
        String text = String.format(Locale.ROOT, "%3.0f%%", Math.floor(100 * share));
        String left = blankAnd(timeLeft.text(done));
        String behind = blankAnd(note);
        int width = Math.max(SHORTEST, Math.min(LONGEST, room - text.length() - left.length() - behind.length() - 3));
        int full = (int) (share * width);
        text += " [" + "#".repeat(full) + ".".repeat(width - full) + "]" + left + behind;
        return text.length() <= room ? text : text.substring(0, Math.max(0, room));
    }

    private static String blankAnd(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    /** Leaves the last picture and ends the line. */
    @Override
    public synchronized void close() {
        print(line());
        out.println();
        out.flush();
    }
}
