package org.gradus.experiment;

import org.gradus.train.StepMetrics;

/** Watches the runs of a comparison. Called in the threads that train, several at a time. */
public interface ComparisonListener {

    /**
     * A run is about to take a step.
     *
     * @param rule the rule's name
     * @param seed the run's seed
     * @param step what was measured
     */
    default void onStep(String rule, long seed, StepMetrics step) {}

    /**
     * A run has ended.
     *
     * @param run the run
     */
    default void onRun(Run run) {}
}
