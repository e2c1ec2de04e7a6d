package org.gradus.lecture;

import java.util.Locale;
import org.gradus.catalog.Domain;
import org.gradus.catalog.Entry;

/**
 * A figure of the lecture, and how to make it.
 *
 * @param number its number in the lecture, from 1
 * @param name its name on the command line, such as {@code bias-correction}
 * @param maker computes its numbers
 */
public record FigureEntry(int number, String name, Maker maker) implements Entry {

    /** Computes the numbers of a figure. */
    @FunctionalInterface
    public interface Maker {
        /**
         * {@return the figure}
         *
         * @param workshop how much effort to take, and what figures share
         * @throws InterruptedException if somebody asked to stop
         */
        Figure make(Workshop workshop) throws InterruptedException;
    }

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public FigureEntry {
        Domain.of(name).count("the number of a figure", number);
    }

    /** {@return the name of its files without ending, such as {@code 05-bias-correction}} */
    public String file() {
        return String.format(Locale.ROOT, "%02d-%s", number, name);
    }

    /** Its number and name, as in {@code 5 bias-correction}. */
    @Override
    public String toString() {
        return number + " " + name;
    }
}
