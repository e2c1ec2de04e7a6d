package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.data.DataException;
import org.gradus.data.Dataset;
import org.gradus.data.Safetensors;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Adam;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InEveryLocale
class CheckpointsTest {
    @TempDir
    private Path temporary;

    private Path folder;
    private Path current;
    private Path next;
    private Path previous;
    private Checkpoints checkpoints;

    @BeforeEach
    void noCheckpointYet() {
        folder = temporary.resolve("run");
        current = folder.resolve("checkpoint.safetensors");
        next = folder.resolve("checkpoint.next.safetensors");
        previous = folder.resolve("checkpoint.previous.safetensors");
        checkpoints = new Checkpoints(folder);
    }

    private static Training training() {
        return Recipes.plain(new Adam(), 0.01);
    }

    /** Leaves checkpoints of steps 4 and 3. */
    private void fourSteps() {
        TrainingRun run = training().start();
        for (int i = 0; i < 4; i++) {
            run.step();
            checkpoints.write(run.save());
        }
    }

    private long resumedAt() {
        TrainingRun run = training().start();
        assertThat(checkpoints.resume(run)).isTrue();
        return run.steps();
    }

    @Test
    void withoutACheckpointARunStarts() {
        TrainingRun run = training().start();
        assertThat(checkpoints.resume(run)).isFalse();
        assertThat(run.steps()).isZero();
        assertThat(folder).doesNotExist();
    }

    @Test
    void theLastTwoAreKept() throws IOException {
        fourSteps();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(current, previous);
        }
        assertThat(resumedAt()).isEqualTo(4);
        TrainingRun run = training().start();
        checkpoints.resumePrevious(run);
        assertThat(run.steps()).isEqualTo(3);
    }

    @Test
    void aKillBetweenTheTwoMovesLosesNothing() throws IOException {
        fourSteps();
        Files.move(current, next); // what was to become the current one
        assertThat(resumedAt()).isEqualTo(4);
        fourSteps();
        assertThat(resumedAt()).isEqualTo(4);
    }

    @Test
    void withNothingButThePreviousOneItGoesOnFromThere() throws IOException {
        fourSteps();
        Files.delete(current);
        assertThat(resumedAt()).isEqualTo(3);
    }

    @Test
    void aHalfWrittenFileIsNotLookedAt() throws IOException {
        fourSteps();
        Files.write(folder.resolve(".checkpoint.next.safetensors.tmp"), new byte[1000]);
        assertThat(resumedAt()).isEqualTo(4);
    }

    @Test
    void aDamagedOneIsRefusedAndThePreviousOneIsOffered() throws IOException {
        fourSteps();
        byte[] bytes = Files.readAllBytes(current);
        bytes[bytes.length - 1] ^= 1;
        Files.write(current, bytes);
        TrainingRun run = training().start();
        assertThatThrownBy(() -> checkpoints.resume(run))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        "\\Q%s cannot be resumed: %s is no sound checkpoint: its checksum is \\E[0-9a-f]{8}, "
                                        .formatted(current, current)
                                + "but that of its content is [0-9a-f]{8}: it was changed after it was written\\. "
                                + "\\QThe previous one, %s, is sound: it is after step 3, and resumePrevious goes on from there\\E"
                                        .formatted(previous));
        assertThat(run.steps()).isZero();
        checkpoints.resumePrevious(run);
        assertThat(run.steps()).isEqualTo(3);
    }

    @Test
    void whenBothAreDamagedThatIsSaid() throws IOException {
        fourSteps();
        Files.write(current, new byte[3]);
        Files.write(previous, new byte[3]);
        String tooShort = ": expected 8 bytes with the length of the header, found 3 bytes in all";
        assertThatThrownBy(() -> checkpoints.resume(training().start()))
                .isInstanceOf(DataException.class)
                .hasMessage("%s cannot be resumed: %s%s. The previous one cannot be used either: %s%s"
                        .formatted(current, current, tooShort, previous, tooShort));
        assertThatThrownBy(() -> checkpoints.resumePrevious(training().start()))
                .isInstanceOf(DataException.class)
                .hasMessage(previous + tooShort);
    }

    @Test
    void aForeignOneIsRefused() {
        fourSteps();
        TrainingRun other = training().withBatchSize(16).start();
        assertThatThrownBy(() -> checkpoints.resume(other))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(current + " cannot be resumed: checkpoint: it is one of another training: "
                        + "batch size is 32 there, 16 here. The previous one, ");
        assertThatThrownBy(() -> checkpoints.resumePrevious(other))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(previous + " cannot be resumed: checkpoint: it is one of another training");
    }

    @Test
    void aFileThatIsNoCheckpointIsRefused() throws IOException {
        Files.createDirectories(folder);
        Safetensors.write(current, Map.of("0.weight", Tensor.of(1, 2)), Map.of());
        assertThatThrownBy(() -> checkpoints.resume(training().start()))
                .isInstanceOf(DataException.class)
                .hasMessage(("%s cannot be resumed: %s is no sound checkpoint: expected the format "
                                + "'gradus checkpoint 3', found 'none'. There is no previous one; move it away to start anew")
                        .formatted(current, current));
        assertThatThrownBy(() -> checkpoints.resumePrevious(training().start()))
                .hasMessage(previous + " cannot be read: there is no such file");
    }

    @Test
    void aRunThatIsCheckpointedEndsLikeOneThatIsNot() {
        Training training = training();
        History history = checkpoints.finish(training.start(), 3);
        Training plain = training();
        assertThat(history).isEqualTo(plain.run());
        assertThat(Recipes.bits(training.model())).isEqualTo(Recipes.bits(plain.model()));
        assertThat(resumedAt()).isEqualTo(20);
        TrainingRun run = training().start();
        checkpoints.resumePrevious(run);
        assertThat(run.steps()).isEqualTo(18);
    }

    @Test
    void aFinishedRunIsNotTrainedAgain() {
        History history = checkpoints.finish(Recipes.withEverything().start(), 100);
        Training again = Recipes.withEverything();
        TrainingRun run = again.start();
        checkpoints.resume(run);
        assertThat(run.step()).isFalse();
        assertThat(run.finish()).isEqualTo(history);
        assertThat(Evaluation.of(again.model(), again.data().validation()))
                .as("the best weights come with the checkpoint")
                .isIn(history.epochs().stream().map(EpochMetrics::validation).toList());
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Files.createFile(folder); // a file where the folder should be
        assertThatThrownBy(() -> checkpoints.finish(training().start(), 1))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(current + " cannot be written: ");
        assertThatThrownBy(() -> checkpoints.finish(training().start(), 0))
                .hasMessage("checkpoints: there must be at least 1 step from one to the next, found 0");
    }

    /** 3 · 8 bytes for each of 235,146 numbers are 5.64 MB; a step of history takes 32 bytes. */
    @Test
    void theNetworkOfTheLectureWithAdamTakesLessThanSixMegabytes() throws IOException {
        Layer model = Mlp.of(new RandomStream(1), 784, 256, 128, 10);
        Dataset data = Dataset.of(Tensor.full(Shape.of(10, 784), 0.5), new int[10], 10);
        Training training = Training.of(
                model, new Optimizer(new Adam(), 0.001, model.trainable()), new Split(data, data), new RandomStream(2));
        checkpoints.finish(training.start(), 100);
        assertThat(model.parameters().values().stream()
                        .mapToInt(parameter -> parameter.shape().size())
                        .sum())
                .isEqualTo(235_146);
        assertThat(Files.size(current)).isBetween(235_146L * 24, 6_000_000L);
    }
}
