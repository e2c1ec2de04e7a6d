package org.gradus.experiment.plan;

import org.gradus.experiment.DataShelf;

/**
 * Where the runs of a plan are executed: in this process, or by a {@link Cluster}. A {@link Runner} gives them one run after another and keeps
 * what comes back; what a run computes does not depend on where it is executed. They are closed by whoever opened them.
 */
public interface Workers extends AutoCloseable {
    /** {@return how many runs to give them at a time, at least 1} */
    int atATime();

    /**
     * Executes one run to its end; called by as many threads at a time as {@link #atATime} says.
     *
     * @param execution what is to be executed
     * @return what came out; a run that failed says why
     * @throws java.util.concurrent.CancellationException if it was stopped before its end
     */
    RunResult execute(Execution execution);

    /** Gives back what they hold; usually nothing. */
    @Override
    default void close() {}

    /**
     * {@return threads of this process}
     *
     * @param shelf where data is that was opened before
     * @param threads how many, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    static Workers here(DataShelf shelf, int threads) {
        return new Threads(shelf, threads);
    }
}
