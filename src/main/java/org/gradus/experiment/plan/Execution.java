package org.gradus.experiment.plan;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;

/**
 * The execution of one run of a plan.
 *
 * @param run the run
 * @param keepsSteps whether the result has what was measured at each step
 * @param listener who is told of steps where they are taken in this process
 * @param stopped whether to end before the next step
 */
public record Execution(RunSpec run, boolean keepsSteps, RunListener listener, BooleanSupplier stopped) {
    /**
     * Executes it in this thread.
     *
     * @param shelf where data is that was opened before
     * @return what came out; a run that failed says why
     * @throws CancellationException if it was stopped before its end
     */
    public RunResult here(DataShelf shelf) {
        long start = System.nanoTime();
        try {
            RunRecipe recipe = new RunRecipe(run, shelf);
            Training training = recipe.training();
            History history = train(training);
            RunResult whole = RunResult.of(recipe, training, history, (System.nanoTime() - start) / 1e9);
            return keepsSteps ? whole : whole.withoutSteps();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            String reason = e instanceof OutOfMemoryError
                    ? "out of memory; lower batch-size or hidden, or start Java with more by -Xmx"
                    : e.getMessage() == null ? e.toString() : e.getMessage();
            return failed(reason, (System.nanoTime() - start) / 1e9);
        }
    }

    /**
     * {@return the result of a run that failed}
     *
     * @param reason why, in a sentence
     * @param seconds how long it took
     */
    public RunResult failed(String reason, double seconds) {
        return RunResult.failed(run, reason, seconds);
    }

    /**
     * Goes on only where nobody asked to stop.
     *
     * @throws CancellationException if somebody did
     */
    public void requireGoing() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("runner: interrupted");
        }
    }

    private History train(Training training) {
        TrainingRun going = training.start(new Listener() {
            @Override
            public void onStep(StepMetrics step) {
                listener.onStep(run, step);
            }
        });
        boolean more = true;
        while (more) {
            requireGoing();
            more = going.step();
        }
        return going.finish();
    }

    /** The run. */
    @Override
    public String toString() {
        return run.toString();
    }
}
