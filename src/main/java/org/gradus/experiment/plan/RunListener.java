package org.gradus.experiment.plan;

import org.gradus.experiment.RunSpec;
import org.gradus.train.StepMetrics;

/** Watches the runs of a plan. Called in the threads that train, several at a time. */
public interface RunListener {

    /**
     * A run is about to take a step; not told of runs that a {@link Cluster} executes.
     *
     * @param spec the run
     * @param step what was measured
     */
    default void onStep(RunSpec spec, StepMetrics step) {}

    /**
     * A run has ended, well or not.
     *
     * @param result what came out
     */
    default void onRun(RunResult result) {}
}
