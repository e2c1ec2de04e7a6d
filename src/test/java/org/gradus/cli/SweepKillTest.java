package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process is killed (SIGKILL), or that runs out of disk, goes on to the same tables as one that nothing disturbed. */
@Tag("heavy")
class SweepKillTest {
    private static final int KILLS = 10;
    private static final int RUNS = 96;
    private static final List<String> TABLES = List.of("table.csv", "runs.csv", "index.html", "validation-loss.svg");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void describe() throws IOException {
        file = Files.writeString(folder.resolve("sweep.yaml"), """
                base: {data: iris, hidden: 16, epochs: 12, batch-size: 8}
                vary:
                  rule: [sgdm, adam, nadam]
                  learning-rate: [1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1000]
                seeds: 4
                """);
    }

    private ProcessBuilder sweep(Path out, String... before) {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep",
                file.toString(),
                "--resume",
                "--quiet",
                "--out",
                out.toString()));
        return new ProcessBuilder(words)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors.txt"));
    }

    private List<byte[]> tables(Path out) throws IOException {
        List<byte[]> tables = new ArrayList<>(List.of(Files.readAllBytes(folder.resolve("out.txt"))));
        for (String table : TABLES) {
            tables.add(Files.readAllBytes(out.resolve(table)));
        }
        return tables;
    }

    private static long recorded(Path out) throws IOException {
        Path journal = out.resolve("runs.jsonl");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal)) {
            return Math.max(0, lines.count() - 1);
        }
    }

    @Test
    void killedTenTimes() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(sweep(undisturbed).start().waitFor()).as(errors()).isZero();
        List<byte[]> expected = tables(undisturbed);
        SplittableRandom random = new SplittableRandom(1);
        Path disturbed = folder.resolve("disturbed");
        int withProgress = 0;
        for (int kills = 0; kills < KILLS; kills++) {
            long before = recorded(disturbed);
            long wanted = before + random.nextInt(RUNS / KILLS);
            Process process = sweep(disturbed).start();
            while (process.isAlive() && recorded(disturbed) < wanted) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            assertThat(process.isAlive()).as("kill %s hits something", kills).isTrue();
            process.destroyForcibly().waitFor();
            withProgress += recorded(disturbed) > before ? 1 : 0;
        }
        assertThat(withProgress).as("kills between which runs ended").isGreaterThan(KILLS / 2);
        assertThat(recorded(disturbed)).as("runs when it was killed last").isLessThan(RUNS);
        assertThat(sweep(disturbed).start().waitFor()).as(errors()).isZero();
        List<byte[]> found = tables(disturbed);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).as("table %s", i).isEqualTo(expected.get(i));
        }
    }

    /** A limit on the size of files is a disk that is full, without one. */
    @Test
    void aFullDiskLosesNothing() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no shell that limits files");
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(sweep(undisturbed).start().waitFor()).as(errors()).isZero();
        List<byte[]> expected = tables(undisturbed);
        Path full = folder.resolve("full");
        for (int blocks = 50; blocks <= 150; blocks += 50) { // of 1024 bytes
            int status = sweep(full, "/bin/bash", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "bash")
                    .start()
                    .waitFor();
            assertThat(status).as(errors()).isEqualTo(1);
            assertThat(errors().lines().filter(line -> line.contains("gradus sweep: ")))
                    .singleElement()
                    .asString()
                    .contains("journal " + full.resolve("runs.jsonl") + ": it cannot be written: ")
                    .endsWith("; what it has is kept: make room and go on from there");
            assertThat(Files.readString(full.resolve("runs.jsonl"))).endsWith("\n"); // whole lines only
        }
        assertThat(recorded(full)).isPositive();
        assertThat(sweep(full).start().waitFor()).as(errors()).isZero();
        assertThat(errors()).doesNotContain("not complete");
        assertThat(tables(full)).usingElementComparator(Arrays::compare).isEqualTo(expected);
    }
}
