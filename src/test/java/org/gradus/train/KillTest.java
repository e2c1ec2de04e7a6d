package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gradus.data.Safetensors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training that is killed (SIGKILL) at random moments, and each time resumed in a new process, ends with the bits of one that nothing
 * disturbed: weights, optimizer, streams, averages, history and logs.
 */
class KillTest {
    private static final int KILLS_OF_A_TRAINING = 5;
    private static final int LONGEST_LIFE = 500; // milliseconds
    private static final List<Long> STEPS_BETWEEN_CHECKPOINTS = List.of(1L, 3L, 10L);

    @TempDir
    private Path folder;

    private int kills;
    private int killsWhileWriting;
    private int killsWithProgress;

    @Test
    void killedTwice() throws IOException, InterruptedException {
        kill(2);
        assertThat(kills).isEqualTo(2);
    }

    @Test
    @Tag("heavy")
    void killedFiftyTimes() throws IOException, InterruptedException {
        kill(50);
        assertThat(kills).isEqualTo(50);
        assertThat(killsWhileWriting).as("kills while a checkpoint was written").isPositive();
        assertThat(killsWithProgress).as("kills after the first checkpoint").isGreaterThan(10);
    }

    private void kill(int wanted) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        Training undisturbed = KilledTraining.training();
        Path undisturbedFolder = folder.resolve("undisturbed");
        TrainingRun run = undisturbed.start(KilledTraining.logs(undisturbedFolder));
        run.finish();
        for (int i = 0; kills < wanted; i++) {
            Path disturbed = Files.createDirectories(folder.resolve("disturbed " + i));
            long every = STEPS_BETWEEN_CHECKPOINTS.get(i % STEPS_BETWEEN_CHECKPOINTS.size());
            trainAndKill(disturbed, every, Math.min(KILLS_OF_A_TRAINING, wanted - kills), random);
            Checkpoint last = CheckpointReader.read(disturbed.resolve("checkpoint.safetensors"));
            assertThat(Recipes.bits(last)).isEqualTo(Recipes.bits(run.save()));
            assertThat(Recipes.bits(
                            Safetensors.read(KilledTraining.model(disturbed)).tensors()))
                    .isEqualTo(Recipes.bits(undisturbed.model()));
            assertThat(logs(disturbed)).isEqualTo(logs(undisturbedFolder));
        }
    }

    /** Starts the training again and again, kills it a few times, and then lets it come to its end. */
    private void trainAndKill(Path disturbed, long every, int times, SplittableRandom random)
            throws IOException, InterruptedException {
        int last = kills + times;
        boolean ended = false;
        while (!ended) {
            Process process = start(disturbed, every);
            if (kills < last && !process.waitFor(random.nextInt(LONGEST_LIFE), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                count(disturbed);
            } else {
                ended = true;
                assertThat(process.waitFor()).as(errors(disturbed)).isZero();
            }
        }
    }

    private void count(Path disturbed) {
        kills++;
        boolean isWriting = Files.exists(disturbed.resolve(".checkpoint.next.safetensors.tmp"))
                || Files.exists(disturbed.resolve("checkpoint.next.safetensors"));
        killsWhileWriting += isWriting ? 1 : 0;
        killsWithProgress += Files.exists(disturbed.resolve("checkpoint.previous.safetensors")) ? 1 : 0;
    }

    /** A process that has loaded the checkpoint, if there is one, and is about to train. */
    private static Process start(Path disturbed, long every) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTraining.class.getName(),
                disturbed.toString(),
                Long.toString(every));
        Process process =
                builder.redirectError(disturbed.resolve("errors.txt").toFile()).start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).as(errors(disturbed)).isEqualTo(KilledTraining.STARTED);
        return process;
    }

    private static String errors(Path disturbed) throws IOException {
        return Files.readString(disturbed.resolve("errors.txt"));
    }

    private static Map<String, String> logs(Path where) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String file : List.of("steps.csv", "epochs.csv", "log.jsonl")) {
            contents.put(file, Files.readString(where.resolve(file)));
        }
        return contents;
    }
}
