package org.gradus.train;

/** Watches a training run. Listeners are called in the thread that trains, and cannot change the run. */
public interface Listener {

    /**
     * Training is about to start, or to go on: from a checkpoint, or where another run was forked.
     *
     * @param past what was measured before; nothing if training starts
     */
    default void onStart(History past) {}

    /**
     * A step is about to change the parameters.
     *
     * @param step what was measured
     */
    default void onStep(StepMetrics step) {}

    /**
     * An epoch has ended; also called once before the first, with epoch 0.
     *
     * @param epoch what was measured
     */
    default void onEpoch(EpochMetrics epoch) {}

    /**
     * Training has ended.
     *
     * @param history all that was measured
     */
    default void onEnd(History history) {}
}
