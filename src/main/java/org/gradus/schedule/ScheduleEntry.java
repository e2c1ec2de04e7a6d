package org.gradus.schedule;

import org.gradus.catalog.Entry;
import org.gradus.catalog.Hyperparameters;

/**
 * A schedule by name.
 *
 * @param name the name, as {@code one-cycle} for the record {@link OneCycle}
 * @param maker what makes it
 */
public record ScheduleEntry(String name, Maker maker) implements Entry {

    /** Makes a schedule of one kind. */
    @FunctionalInterface
    public interface Maker {

        /**
         * {@return a schedule}
         *
         * @param eta its highest learning rate
         * @param steps the number of updates in the whole training
         * @param options the schedule's other numbers, to be asked for by name with what is usual for so many updates
         * @throws IllegalArgumentException if a number lies outside its domain
         */
        Schedule make(double eta, long steps, Hyperparameters options);
    }
}
