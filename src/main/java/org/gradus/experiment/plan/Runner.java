package org.gradus.experiment.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;

/**
 * Executes the runs of a plan, several at a time, in this process or elsewhere. Each has the data, the first weights and the order of batches that
 * it has alone; so the results do not depend on who executes them, nor on how many at a time.
 *
 * @param shelf where data is that was opened before
 * @param workers who executes the runs
 * @param keepsSteps whether results have what was measured at each step, and not only after each epoch
 */
public record Runner(DataShelf shelf, Workers workers, boolean keepsSteps) {
    /**
     * A runner whose results have what was measured after each epoch.
     *
     * @param shelf where data is that was opened before
     * @param workers who executes the runs
     */
    public Runner(DataShelf shelf, Workers workers) {
        this(shelf, workers, false);
    }

    /**
     * A runner that executes runs by threads of this process; its results have what was measured after each epoch.
     *
     * @param shelf where data is that was opened before
     * @param threads how many runs to have under way at a time, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public Runner(DataShelf shelf, int threads) {
        this(shelf, Workers.here(shelf, threads));
    }

    /** {@return this runner, with results that also have what was measured at each step} */
    public Runner keepingSteps() {
        return new Runner(shelf, workers, true);
    }

    /**
     * Executes a plan.
     *
     * @param plan the plan
     * @param listener who is told of steps and runs
     * @return what came out, in the order of the plan; a run that failed says why, and did not keep the others from going on
     * @throws InterruptedException if this thread is interrupted; the runs under way then end between two steps, and are given up
     */
    public Results run(Plan plan, RunListener listener) throws InterruptedException {
        return execute(plan.runs(), Map.of(), result -> {}, listener);
    }

    /**
     * Executes what a journal does not have of its plan. A run that failed is tried again.
     *
     * @param journal the journal, to which each run is added when it ends
     * @param listener who is told of steps and of the runs that are executed
     * @return what came out, now and before, in the order of the plan
     * @throws IllegalArgumentException if the data is not that of the journal's runs
     * @throws InterruptedException if this thread is interrupted; the runs under way then end between two steps, and are given up
     */
    public Results run(Journal journal, RunListener listener) throws InterruptedException {
        Map<RunSpec, RunResult> done = new LinkedHashMap<>();
        journal.results().forEach(result -> {
            if (result.failure().isEmpty()) {
                done.put(result.spec(), result);
            }
        });
        Set<String> sources = new HashSet<>();
        for (RunResult result : done.values()) {
            RunSpec run = result.spec();
            if (sources.add(run.text(Settings.DATA) + "\n" + run.text(Settings.START_FROM))) { // one run tells of each
                journal.requireData(result, new RunRecipe(run, shelf).fingerprint());
            }
        }
        return execute(journal.plan().runs(), done, journal::add, listener);
    }

    private interface Keeper {
        void keep(RunResult result);
    }

    private Results execute(List<RunSpec> runs, Map<RunSpec, RunResult> done, Keeper keeper, RunListener listener)
            throws InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        // Its workers compute their matrix products alone: no more than the given number of threads are ever at work.
        ExecutorService pool = Executors.newWorkStealingPool(workers.atATime());
        try {
            List<Future<RunResult>> futures = new ArrayList<>();
            for (RunSpec run : runs) {
                futures.add(
                        done.containsKey(run)
                                ? CompletableFuture.completedFuture(done.get(run))
                                : CompletableFuture.supplyAsync(() -> end(run, stopped, keeper, listener), pool));
            }
            List<RunResult> results = new ArrayList<>();
            for (Future<RunResult> future : futures) {
                results.add(future.get());
            }
            return new Results(results);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException unexpected
                    ? unexpected
                    : new IllegalStateException("runner: " + e.getCause().getMessage(), e.getCause());
        } finally {
            stopped.set(true);
            pool.shutdown(); // without interrupts, which would close the journal
            awaitEnd(pool);
        }
    }

    /** Until the runs under way have ended between two steps; an interrupt meanwhile stays one. */
    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                // a step of a very large model takes its time
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private RunResult end(RunSpec run, AtomicBoolean stopped, Keeper keeper, RunListener listener) {
        Execution execution = new Execution(run, keepsSteps, listener, stopped::get);
        execution.requireGoing();
        RunResult result = workers.execute(execution);
        keeper.keep(result);
        listener.onRun(result);
        return result;
    }

    /** How many at a time, as in {@code runner of 2 runs at a time}. */
    @Override
    public String toString() {
        return "runner of %s runs at a time".formatted(workers.atATime());
    }
}
