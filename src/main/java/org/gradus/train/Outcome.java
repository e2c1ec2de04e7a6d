package org.gradus.train;

/** How a training run ended. */
public sealed interface Outcome {

    /** {@return the outcome in words, as in {@code diverged at step 7: the loss is NaN}} */
    String text();

    /** All epochs were trained. */
    record Completed() implements Outcome {
        @Override
        public String text() {
            return "completed";
        }
    }

    /** It has not ended: there are epochs left. */
    record Unfinished() implements Outcome {
        @Override
        public String text() {
            return "unfinished";
        }
    }

    /**
     * It was asked to stop, by {@link TrainingRun#interrupt} or an interrupt of its thread, and can go on from a checkpoint.
     *
     * @param step the last step that was taken; 0 if there was none
     */
    record Interrupted(long step) implements Outcome {
        @Override
        public String text() {
            return "interrupted after step %s".formatted(step);
        }
    }

    /**
     * The validation loss did not fall any more.
     *
     * @param epoch the last epoch
     * @param best the epoch with the least validation loss, whose weights the model has in the end
     */
    record Stopped(int epoch, int best) implements Outcome {
        @Override
        public String text() {
            return "stopped after epoch %s: the validation loss was least after epoch %s".formatted(epoch, best);
        }
    }

    /**
     * The loss or the gradient became NaN, infinite, or too large to take a step with; training stopped there.
     *
     * @param step the step at which it was found, from 1
     * @param reason what was found
     */
    record Diverged(long step, String reason) implements Outcome {
        @Override
        public String text() {
            return "diverged at step %s: %s".formatted(step, reason);
        }
    }
}
