package org.gradus.cli.options;

import java.io.IOException;
import java.util.OptionalInt;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.plan.Cluster;
import org.gradus.experiment.plan.Workers;
import picocli.CommandLine.Option;

/** Where the runs of a plan are executed, and how many at a time: the options that all commands with many runs share. */
public final class RunnerOptions {
    /** A place to execute runs at. */
    public enum Place {
        /** Threads of this process. */
        local,
        /** Apache Spark. */
        spark
    }

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Runs to have under way at a time; the results do not depend on it (default: one per processor; with --on spark as many as it takes).")
    private Integer threads;

    @Option(
            names = "--on",
            defaultValue = "local",
            paramLabel = "PLACE",
            description =
                    "Where the runs are executed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); the results do not depend on it.")
    private Place place;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "With --on spark: where Spark is, such as spark://host:7077, or local[2] to try it here (default: what Spark's own settings say).")
    private String master;

    /** For the parser of the command line, which makes one. */
    public RunnerOptions() {}

    /**
     * Opens what executes runs.
     *
     * @param shelf where data is that was opened before
     * @return what is to be closed
     * @throws IllegalArgumentException if the options contradict one another, or name what is not there
     * @throws IOException if the master cannot be reached
     */
    public Workers workers(DataShelf shelf) throws IOException {
        if (place == Place.local) {
            if (master != null) {
                throw new IllegalArgumentException("--master: does nothing here; add --on spark, or leave it out");
            }
            return workersHere(shelf);
        }
        Cluster cluster = Cluster.named(place.name())
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "--on spark: this gradus was built without Spark; build it with 'mvn -q -Pspark package', or leave --on out"));
        return cluster.connect(
                master == null ? "" : master, threads == null ? OptionalInt.empty() : OptionalInt.of(threads), shelf);
    }

    /**
     * Opens threads of this process, wherever the runs are to be executed.
     *
     * @param shelf where data is that was opened before
     * @return what need not be closed
     * @throws IllegalArgumentException if the number of threads is less than 1
     */
    public Workers workersHere(DataShelf shelf) {
        return Workers.here(shelf, threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    }
}
