package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkStatusTracker;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on Spark's threads in this process: the texts go the same way as to other machines. */
class SparkLocalTest {
    private static final RunListener NOBODY = new RunListener() {};
    private static final RunSpec SMALL = RunSpec.of("data=iris hidden=8 batch-size=32 epochs=2");
    private static final Plan PLAN = Plan.of(SMALL)
            .overEach(List.of("rule=adam learning-rate=0.01", "rule=sgd learning-rate=1e100"))
            .over(Settings.SEED, 1L, 2L, 3L);

    private static final String CSV = "a,b,kind\n" + "1,2,x\n3,4,y\n5,6,x\n7,8,y\n9,1,x\n2,3,y\n".repeat(5);

    @TempDir
    private Path folder;

    private final DataShelf shelf = new DataShelf();

    private Workers spark() throws IOException {
        return spark("local[2]");
    }

    private Workers spark(String master) throws IOException {
        return Cluster.named("spark").orElseThrow().connect(master, OptionalInt.empty(), shelf);
    }

    /** All that is known of the results, but for how long they took. */
    private static List<String> lines(Results results) {
        return results.runs().stream()
                .map(run -> RunLine.json(run).replaceFirst("\"seconds\":[^,]+,", ""))
                .toList();
    }

    /** Another test may start a context only when there is none. */
    @AfterEach
    void nothingIsLeft() {
        assertThat(SparkEnv.get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyNumberIsTheSame(boolean keepsSteps) throws Exception {
        Results here = new Runner(shelf, Workers.here(shelf, 2), keepsSteps).run(PLAN, NOBODY);
        try (Workers workers = spark()) {
            Results there = new Runner(shelf, workers, keepsSteps).run(PLAN, NOBODY);
            assertThat(there.fingerprint()).isEqualTo(here.fingerprint());
            assertThat(lines(there)).isEqualTo(lines(here));
        }
    }

    @Test
    void aRunThatFailsSaysWhyAndTheOthersGoOn() throws Exception {
        Plan plan = Plan.of(SMALL).overEach(List.of("rule=adam", "data=csv:nowhere.csv", "accumulate=100"));
        Results here = new Runner(shelf, 2).run(plan, NOBODY);
        try (Workers workers = spark()) {
            Results there = new Runner(shelf, workers).run(plan, NOBODY);
            assertThat(there.failed()).hasSize(2);
            assertThat(there.runs())
                    .extracting(RunResult::ending)
                    .isEqualTo(here.runs().stream().map(RunResult::ending).toList());
        }
    }

    /** The file is opened here first, and then changes or goes: so a worker sees another than this process. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | the data on worker 127.0.0.1 is other data (fingerprint ",
                "false | pets.csv cannot be read: there is no such file; that is so on worker 127.0.0.1: every machine of the cluster needs the same files at the same paths"
            })
    void otherDataOnAWorkerIsNotLearnedFrom(boolean changed, String reason) throws Exception {
        Path file = folder.resolve("pets.csv");
        Files.writeString(file, CSV);
        Plan plan = Plan.of(SMALL.with(Settings.DATA, "csv:" + file));
        shelf.open(plan.base());
        if (changed) {
            Files.writeString(file, CSV + "1,1,y\n");
        } else {
            Files.delete(file);
        }
        try (Workers workers = spark()) {
            Results results = new Runner(shelf, workers).run(plan, NOBODY);
            assertThat(results.failed())
                    .singleElement()
                    .satisfies(run -> assertThat(run.ending()).contains(reason));
        }
    }

    /** A worker's working folder is another; here it is the same, so what it is told is looked at. */
    @Test
    void workersAreToldWholePaths() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        Files.writeString(folder.resolve("pets.csv"), CSV);
        RunSpec run = SMALL.with(Settings.DATA, "csv:" + relative.resolve("pets.csv"));
        assertThat(SparkTask.order(run, false, "")).contains("data=csv:" + folder.resolve("pets.csv") + " ");
        try (Workers workers = spark()) {
            RunResult result =
                    new Runner(shelf, workers).run(Plan.of(run), NOBODY).runs().get(0);
            assertThat(result.spec()).isEqualTo(run);
            assertThat(result.fingerprint())
                    .isEqualTo(new Runner(shelf, 1)
                            .run(Plan.of(run), NOBODY)
                            .runs()
                            .get(0)
                            .fingerprint());
        }
    }

    /** The longer run would take minutes; each has a core, in whichever order they start. */
    @Test
    @Timeout(120)
    void anInterruptEndsTheTasksToo() throws Exception {
        Plan plan = Plan.of(SMALL).overEach(List.of("epochs=1", "epochs=1000000"));
        Thread here = Thread.currentThread();
        try (Workers workers = spark()) {
            assertThatThrownBy(() -> new Runner(shelf, workers).run(plan, new RunListener() {
                        @Override
                        public void onRun(RunResult result) {
                            if (result.spec().equals(plan.runs().get(0))) {
                                here.interrupt();
                            }
                        }
                    }))
                    .isInstanceOf(InterruptedException.class);
            SparkStatusTracker status = SparkContext.getOrCreate().statusTracker();
            while (status.getActiveJobIds().length > 0 || status.getExecutorInfos()[0].numRunningTasks() > 0) {
                Thread.sleep(50); // until it is known
            }
            assertThat(new Runner(shelf, workers).run(Plan.of(SMALL), NOBODY).failed())
                    .isEmpty();
            here.interrupt(); // which must not keep anything from being closed
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The runs under way end on Spark too, and a journal goes on with the rest, here or there. */
    @Test
    void anInterruptEndsItAndTheJournalGoesOn() throws Exception {
        Plan plan = Plan.of(RunSpec.of("data=digits epochs=4")).over(Settings.SEED, 1L, 2L, 3L, 4L, 5L, 6L);
        Path file = folder.resolve("runs.jsonl");
        Thread here = Thread.currentThread();
        AtomicInteger after = new AtomicInteger();
        try (Workers workers = spark();
                Journal journal = Journal.open(file, plan)) {
            assertThatThrownBy(() -> new Runner(shelf, workers).run(journal, new RunListener() {
                        @Override
                        public void onRun(RunResult result) {
                            if (result.spec().equals(plan.runs().get(0))) {
                                here.interrupt();
                            }
                        }
                    }))
                    .isInstanceOf(InterruptedException.class);
            assertThat(journal.results()).hasSizeBetween(1, 5);
            int before = journal.results().size();
            Results results = new Runner(shelf, workers).run(journal, new RunListener() {
                @Override
                public void onRun(RunResult result) {
                    after.incrementAndGet();
                }
            });
            assertThat(after.get()).isEqualTo(6 - before);
            assertThat(results.fingerprint())
                    .isEqualTo(new Runner(shelf, 2).run(plan, NOBODY).fingerprint());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''               | --on spark: it is not said where Spark is; add --master spark://host:7077, or --master local[2] to try it here",
                "elsewhere        | --master: 'elsewhere' is no master of Spark; write spark://host:7077, yarn, k8s://https://host:443 or local[2]",
                "spark://a        | --master: 'spark://a' is no master of Spark; write spark://host:7077, yarn, k8s://https://host:443 or local[2]",
            })
    void aMasterHasAForm(String master, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> spark(master)).withMessage(message);
    }

    @Test
    @Timeout(60)
    void nobodyAtTheMastersAddressIsASentence() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String master = "spark://127.0.0.1:" + port;
        // the classes are in a folder here, which is refused before anybody is called
        System.setProperty("spark.jars", "gradus.jar");
        try {
            assertThatIOException()
                    .isThrownBy(() -> spark(master))
                    .withMessageStartingWith(master + ": nobody answers there (")
                    .withMessageEndingWith("); start the master, or correct --master");
        } finally {
            System.clearProperty("spark.jars");
        }
    }

    @Test
    void aFolderOfClassesCannotBeSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spark("spark://127.0.0.1:1"))
                .withMessageStartingWith("--on spark: the classes of this gradus are in a folder, ")
                .withMessageEndingWith(
                        ", which cannot be sent to workers; run target/gradus.jar, which 'mvn -q -Pspark package' makes");
    }

    @Test
    void needsARunAtATime() {
        assertThatThrownBy(() -> Cluster.named("spark").orElseThrow().connect("local[2]", OptionalInt.of(0), shelf))
                .hasMessage("runner: threads must be a whole number, at least 1, found 0");
    }
}
