package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.data.DataException;
import org.gradus.data.Safetensors;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a checkpoint's file must not lose or confuse. */
@InEveryLocale
class CheckpointFileTest {
    @TempDir
    private Path folder;

    private Checkpoint writtenAndRead(TrainingRun run) {
        Path file = folder.resolve("checkpoint.safetensors");
        CheckpointFile.write(file, run.save());
        return CheckpointReader.read(file);
    }

    @Test
    void aForkedRunKeepsTheStepAtWhichItsRuleTookOver() {
        TrainingRun future = new Timeline(Recipes::plain, new RuleWithRate(new Adam(), 0.01))
                .forkAt(3)
                .with(new RuleWithRate(new Sgdm(), 0.05));
        future.step();
        Checkpoint read = writtenAndRead(future);
        assertThat(read.updates()).isEqualTo(4);
        assertThat(read.optimizer().get(0).steps()).isEqualTo(1);
        assertThat(read.steps()).isEqualTo(future.history().steps());
    }

    @Test
    void aRunWhoseOptimizerHadSteppedBeforeKeepsItsNumbers() {
        Layer model = Mlp.of(new RandomStream(1), 64, 12, 10);
        Optimizer optimizer = new Optimizer(new Adam(), 0.01, model.trainable());
        var data = Recipes.digits(200);
        optimizer.step(Losses.crossEntropy(
                        model.forward(data.training().features(), Mode.TRAINING),
                        data.training().labels())
                .backward());
        TrainingRun run =
                Training.of(model, optimizer, data, new RandomStream(2)).start();
        run.step();
        assertThat(writtenAndRead(run).steps().get(0).step()).isEqualTo(2);
    }

    @Test
    void tensorsUnderEachOthersNamesAreRefused() {
        TrainingRun run = Recipes.plain(new Adam(), 0.01).start();
        run.step();
        Safetensors content = CheckpointFile.content(run.save());
        Map<String, String> names = Map.of("optimizer.0.m", "optimizer.0.v", "optimizer.0.v", "optimizer.0.m");
        Map<String, Tensor> exchanged = new LinkedHashMap<>(); // the numbers stay in their order
        content.tensors().forEach((name, tensor) -> exchanged.put(names.getOrDefault(name, name), tensor));
        Path file = folder.resolve("exchanged.safetensors");
        Safetensors.write(file, exchanged, content.metadata());
        assertThatThrownBy(() -> CheckpointReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("checksum");
    }
}
