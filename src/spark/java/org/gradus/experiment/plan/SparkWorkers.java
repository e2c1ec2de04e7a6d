package org.gradus.experiment.plan;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;

/**
 * The executors of a Spark application. To them goes the text of a run, back comes the line that a journal keeps of it: its numbers have every bit.
 * What opens the run's data here has the fingerprint to which the data there is held.
 */
final class SparkWorkers implements Workers {
    private static final long GLANCE = 50; // ms between two looks at whether to stop

    private final JavaSparkContext spark;
    private final int atATime;
    private final DataShelf shelf;

    SparkWorkers(JavaSparkContext spark, int atATime, DataShelf shelf) {
        this.spark = spark;
        this.atATime = atATime;
        this.shelf = shelf;
    }

    @Override
    public int atATime() {
        return atATime;
    }

    @Override
    public RunResult execute(Execution execution) {
        long start = System.nanoTime();
        String data;
        try {
            data = new RunRecipe(execution.run(), shelf).fingerprint();
        } catch (RuntimeException e) { // as it would be without Spark
            return execution.failed(Execution.reason(e), seconds(start));
        }
        String order = SparkTask.order(execution.run(), execution.keepsSteps(), data);
        try {
            String answer = answer(order, execution);
            return SparkTask.isReason(answer)
                    ? execution.failed(SparkTask.reason(answer), seconds(start))
                    : RunLine.result(JsonParser.parseString(answer).getAsJsonObject(), execution.run());
        } catch (ExecutionException e) {
            requireGoing(e);
            String why = e.getCause().getMessage().lines().findFirst().orElse("");
            return execution.failed("Spark gave it up: " + why, seconds(start));
        }
    }

    /** What the task says; whoever asks to stop is heard meanwhile. */
    private String answer(String order, Execution execution) throws ExecutionException {
        JavaFutureAction<List<String>> job = submit(order, execution.run());
        while (true) {
            try {
                return job.get(GLANCE, TimeUnit.MILLISECONDS).get(0);
            } catch (TimeoutException e) {
                if (execution.stopped().getAsBoolean() && !job.isCancelled()) {
                    job.cancel(false); // the task sees it between two steps, and waiting for the job is over then
                }
            } catch (InterruptedException e) {
                job.cancel(false);
                throw new CancellationException("runner: interrupted");
            }
        }
    }

    private JavaFutureAction<List<String>> submit(String order, RunSpec run) {
        try {
            spark.sc().setJobDescription(run.toString());
            return spark.parallelize(List.of(order), 1).map(new SparkTask()).collectAsync();
        } catch (IllegalStateException e) {
            requireGoing(e);
            throw e;
        }
    }

    /** Where the application itself has ended, no run is to blame. */
    private void requireGoing(Exception e) {
        if (spark.sc().isStopped()) {
            throw new IllegalStateException(
                    "%s: Spark ended the application before its runs; those that had ended are kept: see the master's log, and go on with the rest"
                            .formatted(spark.master()),
                    e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** A thread that is interrupted would leave the application half closed. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        spark.stop();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
