package org.gradus.experiment.plan;

import java.io.IOException;
import java.util.OptionalInt;
import org.gradus.catalog.Domain;
import org.gradus.experiment.DataShelf;

/**
 * Apache Spark: each run is a task of a job of its own. So what kills one run again and again gives up that run and no other, and how many are under
 * way is for Spark to say, which has the others wait.
 */
public final class SparkCluster implements Cluster {
    private static final int USUAL_RUNS_AT_A_TIME = 128; // a waiting run costs a thread that sleeps

    /** For the service loader. */
    public SparkCluster() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Workers connect(String master, OptionalInt atATime, DataShelf shelf) throws IOException {
        int runs = atATime.orElse(USUAL_RUNS_AT_A_TIME);
        Domain.of("runner").count("threads", runs);
        try {
            return new SparkWorkers(SparkConnection.to(master), runs, shelf);
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "--on spark: Spark's own jars are not on the class path; name them by GRADUS_CLASSPATH='target/spark/jars/*', or start gradus by spark-submit",
                    e);
        }
    }
}
