package org.gradus.train;

/** How a training run ended. */
public sealed interface Outcome {

    /** All epochs were trained. */
    record Completed() implements Outcome {}

    /**
     * The loss or the gradient became NaN or infinite; training stopped there.
     *
     * @param step the step at which it was found, from 1
     * @param reason what was found
     */
    record Diverged(long step, String reason) implements Outcome {}
}
