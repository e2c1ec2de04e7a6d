package org.gradus.experiment.plan;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Connects to a master of Spark, or says in one sentence why not: what Spark itself has to say on that takes minutes and pages. Every setting of
 * Spark can be given as a property of Java, {@code -Dspark.executor.memory=2g}, and goes before what is usual here.
 */
final class SparkConnection {
    private static final Pattern MASTER =
            Pattern.compile("local(\\[.+])?|yarn|k8s://.+|spark://[^:,/]+:\\d{1,5}(,[^:,/]+:\\d{1,5})*");
    private static final String STANDALONE = "spark://";
    private static final String MASTER_KEY = "spark.master";
    private static final String JARS = "spark.jars";
    private static final String OWN_HOST = "spark.driver.host";
    private static final int DIAL_MILLISECONDS = 5_000;
    private static final int START_SECONDS = 60;
    private static final int EXECUTOR_SECONDS = 60;
    private static final long LEAST_MEMORY = 471_859_200; // Spark refuses to start with less

    private SparkConnection() {}

    /**
     * Connects.
     *
     * @param master where, "" for where the property {@code spark.master} says, which spark-submit sets
     * @return a context with at least one executor
     */
    static JavaSparkContext to(String master) throws IOException {
        SparkConf conf = new SparkConf();
        silenceLog(conf);
        if (!master.isEmpty()) {
            conf.setMaster(master);
        }
        check(conf);
        boolean local = conf.get(MASTER_KEY).startsWith("local");
        conf.setIfMissing("spark.app.name", "gradus");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // a task has one core, so its products of matrices take no other
        conf.setIfMissing(
                "spark.executor.extraJavaOptions",
                "--add-modules=jdk.incubator.vector -Djava.util.concurrent.ForkJoinPool.common.parallelism=0");
        if (!local) {
            ship(conf);
        }
        String here = local ? "127.0.0.1" : dial(conf.get(MASTER_KEY));
        if (!here.isEmpty() && System.getenv("SPARK_LOCAL_IP") == null) {
            conf.setIfMissing(OWN_HOST, here);
        }
        JavaSparkContext spark = start(conf);
        if (!local && !conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
            awaitExecutor(spark);
        }
        return spark;
    }

    /** Nothing of Spark's log reaches the console, unless a configuration of it was named; spark-submit has some lines of its own before that. */
    private static void silenceLog(SparkConf conf) {
        if (System.getProperty("log4j2.configurationFile") == null
                && System.getProperty("log4j.configurationFile") == null) {
            ConfigurationBuilder<BuiltConfiguration> silence = ConfigurationBuilderFactory.newConfigurationBuilder();
            silence.add(silence.newAppender("nowhere", "Null")); // without any, Spark takes it for no configuration
            silence.add(silence.newRootLogger(Level.OFF).add(silence.newAppenderRef("nowhere")));
            Configurator.reconfigure(silence.build());
            conf.setIfMissing("spark.log.level", "OFF"); // for spark-submit, which puts its own configuration back
        }
    }

    private static void check(SparkConf conf) {
        if (!conf.contains(MASTER_KEY)) {
            throw new IllegalArgumentException(
                    "--on spark: it is not said where Spark is; add --master spark://host:7077, or --master local[2] to try it here");
        }
        String master = conf.get(MASTER_KEY);
        if (!MASTER.matcher(master).matches()) {
            throw new IllegalArgumentException(
                    "--master: '%s' is no master of Spark; write spark://host:7077, yarn, k8s://https://host:443 or local[2]"
                            .formatted(master));
        }
        long memory = Runtime.getRuntime().maxMemory();
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "--on spark: Spark needs %s MB of memory here, Java may use %s MB; give it more, as in java -Xmx1g or GRADUS_JAVA_OPTIONS=-Xmx1g"
                            .formatted(LEAST_MEMORY >> 20, memory >> 20));
        }
    }

    /** The jar with these classes goes to the executors, beside those that are named already. */
    private static void ship(SparkConf conf) {
        URI own = URI.create(SparkConnection.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        List<String> jars = new ArrayList<>(List.of(conf.get(JARS, "").split(",")));
        jars.removeIf(String::isBlank);
        if (Files.isRegularFile(Path.of(own))) {
            String name = Path.of(own).getFileName().toString();
            if (jars.stream().noneMatch(jar -> jar.endsWith(name))) {
                jars.add(own.toString());
            }
        } else if (jars.isEmpty()) {
            throw new IllegalArgumentException(
                    "--on spark: the classes of this gradus are in a folder, %s, which cannot be sent to workers; run target/gradus.jar, which 'mvn -q -Pspark package' makes"
                            .formatted(Path.of(own)));
        }
        conf.set(JARS, String.join(",", jars));
    }

    /**
     * Calls a standalone master.
     *
     * @return the address of this machine as the master's network has it
     */
    private static String dial(String master) throws IOException {
        if (!master.startsWith(STANDALONE)) {
            return "";
        }
        String why = "";
        for (String address : master.substring(STANDALONE.length()).split(",")) {
            String[] parts = address.split(":");
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), DIAL_MILLISECONDS);
                return socket.getLocalAddress() instanceof Inet4Address own ? own.getHostAddress() : "";
            } catch (IOException | IllegalArgumentException e) { // also an unknown host, or a port that there cannot be
                why = e.getMessage() == null ? "unknown host" : e.getMessage();
            }
        }
        throw new IOException(
                "%s: nobody answers there (%s); start the master, or correct --master".formatted(master, why));
    }

    private static JavaSparkContext start(SparkConf conf) throws IOException {
        String master = conf.get(MASTER_KEY);
        FutureTask<JavaSparkContext> starting = new FutureTask<>(() -> new JavaSparkContext(conf));
        Thread thread = new Thread(starting, "spark-start");
        thread.setDaemon(true); // where nobody answers, Spark goes on trying for a minute
        thread.start();
        try {
            return starting.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            starting.cancel(true);
            throw new IOException(
                    "%s: there is somebody, but not a master of Spark %s that lets this application in within %s s; correct --master, or take the Spark that the master is of"
                            .formatted(master, org.apache.spark.package$.MODULE$.SPARK_VERSION(), START_SECONDS),
                    e);
        } catch (ExecutionException e) {
            String why = e.getCause().getMessage();
            throw new IOException(
                    "%s: Spark does not start: %s"
                            .formatted(
                                    master,
                                    why == null
                                            ? e.getCause()
                                            : why.lines().findFirst().orElse("")),
                    e);
        } catch (InterruptedException e) {
            throw interrupted(master);
        }
    }

    /** A master without a worker that is free would have the runs wait without a word. */
    private static void awaitExecutor(JavaSparkContext spark) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(EXECUTOR_SECONDS);
        try {
            while (spark.sc().statusTracker().getExecutorInfos().length < 2) { // the first is this process
                if (System.nanoTime() > end || spark.sc().isStopped()) {
                    spark.stop();
                    throw new IOException(
                            "%s: the master has no worker with room for an executor within %s s; start workers, wait until they are free, or ask for less by spark.executor.memory and spark.executor.cores"
                                    .formatted(spark.master(), EXECUTOR_SECONDS));
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            spark.stop();
            throw interrupted(spark.master());
        }
    }

    private static IOException interrupted(String master) {
        Thread.currentThread().interrupt();
        return new IOException(master + ": interrupted before it answered");
    }
}
