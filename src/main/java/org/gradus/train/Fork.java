package org.gradus.train;

import java.util.function.Function;
import org.gradus.optim.RuleWithRate;

/**
 * A moment of a run from which several futures may start.
 *
 * @param recipe makes model, optimizer and random streams anew, always the same ones, for a rule
 * @param checkpoint the moment
 */
public record Fork(Function<RuleWithRate, Training> recipe, Checkpoint checkpoint) {
    /**
     * {@return a future: a run of its own that goes on from this moment with a rule; its history begins with the common past}
     *
     * <p>If the rule is of the same kind as before, with another schedule or other hyper-parameters, its state is taken over; else it starts
     * with its initial state. Schedules go on with the step of the whole run.
     *
     * @param rule the rule, with the learning rate it is to have
     * @param listeners who is told of steps and epochs
     */
    public TrainingRun with(RuleWithRate rule, Listener... listeners) {
        TrainingRun future = recipe.apply(rule).start(listeners);
        future.fork(checkpoint);
        return future;
    }

    /** The moment, as in {@code fork at checkpoint after step 120}. */
    @Override
    public String toString() {
        return "fork at " + checkpoint;
    }
}
