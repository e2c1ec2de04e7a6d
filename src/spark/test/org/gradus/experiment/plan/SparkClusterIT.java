package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program on a cluster: a standalone master and two workers, each a process on loopback, and one of them killed. It starts {@code gradus.jar}
 * as one does, with Spark's jars from {@code target/spark/jars}.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkClusterIT {
    private static final Path TARGET =
            Path.of(System.getProperty("gradus.target", "target")).toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String SPARK_JARS =
            TARGET.resolve("spark").resolve("jars").toString() + File.separator + "*";
    private static final String MASTER_CLASS = "org.apache.spark.deploy.master.Master";
    private static final String WORKER_CLASS = "org.apache.spark.deploy.worker.Worker";

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** Its output goes to a file of the name. */
    private Process start(String name, String classPath, String... words) throws IOException {
        List<String> command = Stream.concat(Stream.of(JAVA.toString(), "-Xmx512m", "-cp", classPath), Stream.of(words))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_PUBLIC_DNS", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_HOME", TARGET.resolve("spark").toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String master() throws Exception {
        int port = freePort();
        start("master", SPARK_JARS, MASTER_CLASS, "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
        await(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return "spark://127.0.0.1:" + port;
    }

    private Process worker(String name, String master) throws IOException {
        String work = folder.resolve(name + "-work").toString();
        return start(
                name,
                SPARK_JARS,
                WORKER_CLASS,
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "700m",
                "--webui-port",
                "0",
                "--work-dir",
                work,
                master);
    }

    private Process gradus(String name, String arguments) throws IOException {
        String classPath = TARGET.resolve("gradus.jar") + File.pathSeparator + SPARK_JARS;
        String words = "-Dspark.executor.memory=512m -Dspark.executor.cores=1 org.gradus.cli.Main " + arguments;
        return start(name, classPath, words.split(" "));
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** The lines of the journal, but for what may differ, in the order of the runs. */
    private List<String> journal(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name).resolve("runs.jsonl")).stream()
                .map(line -> line.replaceFirst("\"seconds\":.*", ""))
                .sorted()
                .toList();
    }

    private int recorded(String name) {
        Path file = folder.resolve(name).resolve("runs.jsonl");
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return (int) lines.count() - 1;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWorkerThatIsKilledLosesNothing() throws Exception {
        String compare = "compare --data digits --rules adam,sgdm --epochs 8 --seeds 10 --progress none --out ";
        String master = master();
        Process doomed = worker("worker-1", master);
        worker("worker-2", master);
        await(() -> registered() == 2);
        Process there = gradus("there.txt", compare + "there --on spark --master " + master);
        await(() -> recorded("there") >= 4 || !there.isAlive());
        int atTheKill = recorded("there");
        doomed.destroyForcibly().waitFor();
        assertThat(there.waitFor()).as(output("there.txt")).isZero();
        assertThat(atTheKill).as("runs recorded when the worker was killed").isBetween(4, 16);
        assertThat(logs("worker-1")).as("the killed worker had runs").contains("Finished task 0.0 in stage");
        assertThat(logs("worker-2")).as("the run it had then was run again").contains("Running task 0.1 in stage");

        assertThat(gradus("here.txt", compare + "here").waitFor()).isZero();
        assertThat(journal("there")).hasSize(21).isEqualTo(journal("here"));
        assertThat(fingerprint("there.txt")).isEqualTo(fingerprint("here.txt"));
        assertThat(output("there.txt").lines())
                .as("nothing of Spark's log")
                .allMatch(line -> line.startsWith("page: ")
                        || line.startsWith("fingerprint: ")
                        || line.startsWith("WARNING: ")
                        || line.isBlank());
    }

    private int registered() {
        try {
            return (int) output("master")
                    .lines()
                    .filter(line -> line.contains("Registering worker"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String fingerprint(String name) throws IOException {
        return output(name)
                .lines()
                .filter(line -> line.startsWith("fingerprint: "))
                .findFirst()
                .orElseThrow();
    }

    /** What the executors of a worker logged. */
    private String logs(String worker) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(worker + "-work"))) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.endsWith("stderr")).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    /** Each is told within its time, in one line, and leaves no folder. */
    @Test
    void whoDoesNotHaveWorkersSaysSoInASentence() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String alone = master();
            String noMaster = "spark://127.0.0.1:" + silent.getLocalPort();
            String nobody = "spark://127.0.0.1:" + freePort();
            String compare = "compare --data iris --epochs 1 --on spark --out out --master ";
            Process first = gradus("alone.txt", compare + alone);
            Process second = gradus("silent.txt", compare + noMaster);
            Process third = gradus("nobody.txt", compare + nobody);
            assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(first.waitFor(240, TimeUnit.SECONDS)).isTrue();
            assertThat(List.of(first.exitValue(), second.exitValue(), third.exitValue()))
                    .containsOnly(1);
            assertThat(output("nobody.txt").strip())
                    .isEqualTo("gradus compare: " + nobody
                            + ": nobody answers there (Connection refused); start the master, or correct --master");
            assertThat(output("silent.txt").strip())
                    .startsWith("gradus compare: " + noMaster + ": there is somebody, but not a master of Spark 4.")
                    .hasLineCount(1);
            assertThat(output("alone.txt").strip())
                    .startsWith("gradus compare: " + alone + ": the master has no worker with room for an executor")
                    .hasLineCount(1);
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }
}
