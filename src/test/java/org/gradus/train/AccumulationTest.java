package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several mini-batches to an update: it is as if they had been one. */
class AccumulationTest {
    /** The mean over 120 examples and the mean of four means over 30 differ by a few ulp of weights near 1, 2·10⁻¹⁶ each. */
    private static final double ROUNDING = 1e-12;

    private static Training training(int examples, int batchSize, int accumulate) {
        Dataset digits = Digits.load();
        Split data = new Split(digits.range(0, examples), digits.range(1000, 1100));
        Layer model = Mlp.of(new RandomStream(1), 64, 12, 10);
        Optimizer optimizer = new Optimizer(new Sgdm(), 0.1, model.trainable()).accumulating(accumulate);
        return Training.of(model, optimizer, data, new RandomStream(2))
                .withBatchSize(batchSize)
                .withEpochs(4);
    }

    private static void assertSame(Map<String, Tensor> found, Map<String, Tensor> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, value) -> {
            double[] numbers = found.get(path).toArray();
            double[] wanted = value.toArray();
            for (int i = 0; i < wanted.length; i++) {
                assertThat(numbers[i]).as("%s[%d]", path, i).isCloseTo(wanted[i], within(ROUNDING));
            }
        });
    }

    /** The last mini-batch of an epoch may be smaller, and its update may be made of fewer: examples count, not mini-batches. */
    @ParameterizedTest
    @CsvSource({
        "120, 120, 30, 4",
        "240, 120, 30, 4",
        "150, 150, 40, 4", // 40, 40, 40 and 30 examples
        "150, 80, 40, 2", // 40 and 40, then 40 and 30
        "200, 120, 40, 3", // what is left over, 40 and 40, is an update too
        "150, 150, 32, 5", // all of an epoch
    })
    void smallBatchesAddUpToALargeOne(int examples, int large, int small, int accumulate) {
        Training whole = training(examples, large, 1);
        Training parts = training(examples, small, accumulate);
        TrainingRun atOnce = whole.start();
        TrainingRun inParts = parts.start();
        atOnce.finish();
        inParts.finish();
        assertThat(inParts.save().updates()).isEqualTo(atOnce.save().updates()).isEqualTo(parts.updates());
        assertThat(inParts.steps()).isGreaterThan(atOnce.steps());
        assertSame(inParts.save().weights(), atOnce.save().weights());
    }

    @Test
    void whatIsLeftOverAtTheEndOfAnEpochIsAnUpdate() {
        Training training = training(150, 64, 2).withEpochs(2);
        Tensor before = training.model().parameters().get("0.weight").value();
        TrainingRun run = training.start();
        List<Long> updates = new ArrayList<>();
        while (run.step()) {
            updates.add(run.save().updates());
        }
        assertThat(updates).containsExactly(0L, 1L, 2L, 2L, 3L, 4L); // of 64, 64 and 22 examples an epoch
        assertThat(training.updates()).isEqualTo(4);
        assertThat(training.model().parameters().get("0.weight").value().toArray())
                .isNotEqualTo(before.toArray());
    }

    @Test
    void theAverageMovesOnceAnUpdate() {
        Training training = training(240, 30, 4).withAveraging(0.8);
        TrainingRun run = training.start();
        double[] phi = run.save().weights().get("0.weight").toArray();
        long updates = 0;
        while (run.step()) {
            Checkpoint now = run.save();
            if (now.updates() > updates) {
                double[] theta = now.weights().get("0.weight").toArray();
                Arrays.setAll(phi, i -> 0.8 * phi[i] + (1 - 0.8) * theta[i]);
                updates = now.updates();
            }
            assertThat(now.average().get("0.weight").toArray()).containsExactly(phi);
        }
        assertThat(updates).isEqualTo(8); // 240 examples are two updates, in each of four epochs
        TrainingRun whole = training(240, 120, 1).withAveraging(0.8).start();
        whole.finish();
        assertSame(run.save().average(), whole.save().average());
    }

    /** The treatments see the mean gradient of an update, not those of its mini-batches. */
    @Test
    void clippingSeesTheMeanGradientOfAnUpdate() {
        Training whole = training(240, 120, 1);
        Training parts = training(240, 30, 4);
        whole.optimizer().with(new ClipNorm(0.1));
        parts.optimizer().with(new ClipNorm(0.1));
        TrainingRun atOnce = whole.start();
        TrainingRun inParts = parts.start();
        atOnce.finish();
        inParts.finish();
        assertSame(inParts.save().weights(), atOnce.save().weights());
    }

    @Test
    void inTheMiddleOfAnUpdateARunCanBeSavedAndResumed(@TempDir Path folder) {
        Path file = folder.resolve("checkpoint.safetensors");
        Training undisturbed = training(150, 30, 4).withAveraging(0.8); // 4 to an update, 1 left over
        TrainingRun run = undisturbed.start();
        List<Checkpoint> checkpoints = new ArrayList<>();
        while (run.step()) {
            CheckpointFile.write(file, run.save());
            checkpoints.add(CheckpointReader.read(file));
        }
        History history = run.finish();
        assertThat(checkpoints.stream().map(Checkpoint::updates))
                .startsWith(0L, 0L, 0L, 1L, 2L, 2L)
                .endsWith(8L);
        for (Checkpoint checkpoint : checkpoints) {
            Training training = training(150, 30, 4).withAveraging(0.8);
            TrainingRun resumed = training.start();
            resumed.resume(checkpoint);
            assertThat(Recipes.bits(resumed.save())).isEqualTo(Recipes.bits(checkpoint));
            assertThat(resumed.finish()).isEqualTo(history);
            assertThat(Recipes.bits(training.model())).isEqualTo(Recipes.bits(undisturbed.model()));
        }
    }
}
