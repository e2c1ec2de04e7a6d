package org.gradus.schedule;

/** The learning rate η as a function of the number of the update. */
@FunctionalInterface
public interface Schedule {

    /**
     * The learning rate in force at an update.
     *
     * @param t the number of the update, 0 for the first
     * @return η, a positive number
     */
    double at(long t);
}
