package org.gradus.lecture;

import java.util.Locale;

/** How much to compute for a figure. */
public enum Effort {
    /** Fewer seeds, epochs and steps: to see what a figure looks like, and for tests of its claim. */
    QUICK,
    /** What a slide is worth. */
    FULL;

    /** Its name as it is typed, such as {@code quick}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
