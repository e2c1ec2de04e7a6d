package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gradus.data.DataException;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.data.synthetic.Synthetic;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.log.CsvLog;
import org.gradus.train.log.JsonLinesLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class LogsTest {
    private static final List<String> FILES = List.of("steps.csv", "epochs.csv", "log.jsonl");

    @TempDir
    private Path folder;

    private static Listener[] logs(Path where) {
        return new Listener[] {new CsvLog(where), new JsonLinesLog(where.resolve("log.jsonl"))};
    }

    private static Map<String, String> contents(Path where) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String file : FILES) {
            contents.put(file, Files.readString(where.resolve(file)));
        }
        return contents;
    }

    @Test
    void theTablesHaveEveryStepAndEveryEpoch() throws IOException {
        History history = Recipes.plain(new Adam(), 0.01).run(logs(folder));
        List<String> steps = Files.readAllLines(folder.resolve("steps.csv"));
        List<String> epochs = Files.readAllLines(folder.resolve("epochs.csv"));
        assertThat(steps).hasSize(21).startsWith("step,epoch,loss,gradient_norm,learning_rate");
        StepMetrics seventh = history.steps().get(6);
        assertThat(steps.get(7).split(","))
                .containsExactly("7", "2", "" + seventh.loss(), "" + seventh.gradientNorm(), "0.01");
        assertThat(epochs)
                .hasSize(6)
                .startsWith("epoch,training_loss,training_accuracy,validation_loss,validation_accuracy");
        EpochMetrics last = history.last();
        assertThat(epochs.get(5).split(","))
                .containsExactly(
                        "4",
                        "" + last.onTraining().loss(),
                        "" + last.onTraining().accuracy(),
                        "" + last.validation().loss(),
                        "" + last.validation().accuracy());
    }

    @Test
    void theJsonLinesHaveEveryStepEveryEpochAndTheEnd() throws IOException {
        History history = Recipes.plain(new Adam(), 0.01).run(logs(folder));
        List<JsonObject> lines = Files.readAllLines(folder.resolve("log.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(lines).hasSize(20 + 5 + 1);
        assertThat(lines.get(0).get("epoch").getAsInt()).isZero();
        assertThat(lines.get(0).get("validation_accuracy").getAsDouble())
                .isEqualTo(history.epochs().get(0).validation().accuracy());
        assertThat(lines.get(1).keySet()).containsExactly("step", "epoch", "loss", "gradient_norm", "learning_rate");
        assertThat(lines.get(1).get("loss").getAsDouble())
                .isEqualTo(history.steps().get(0).loss());
        assertThat(lines.get(6).keySet())
                .containsExactly(
                        "epoch", "training_loss", "training_accuracy", "validation_loss", "validation_accuracy");
        assertThat(lines.get(25)).hasToString("{\"outcome\":\"completed\"}");
    }

    /** Regression with a test part, judged on all three. */
    @Test
    void theTablesHaveWhateverWasMeasured() throws IOException {
        Dataset data = Synthetic.regression(60, 2, 0.1, new RandomStream(1));
        Layer model = Mlp.of(new RandomStream(1), 2, 1);
        History history = Training.of(
                        model,
                        new Optimizer(new Sgd(), 0.1, model.trainable()),
                        Split.of(data, 0.2, 0.2, new RandomStream(1)),
                        new RandomStream(2))
                .withEpochs(2)
                .withEvaluation(2, true)
                .withTestCurve()
                .run(logs(folder));
        EpochMetrics last = history.last();
        Evaluation test = last.test().orElseThrow();
        assertThat(Files.readAllLines(folder.resolve("epochs.csv")))
                .hasSize(3)
                .startsWith("epoch,training_loss,training_rmse,training_r_squared,"
                        + "validation_loss,validation_rmse,validation_r_squared,test_loss,test_rmse,test_r_squared")
                .element(2)
                .asString()
                .startsWith("2," + last.onTraining().loss() + ",")
                .endsWith("," + test.loss() + "," + test.get(Metric.RMSE) + "," + test.get(Metric.R_SQUARED));
        assertThat(Files.readString(folder.resolve("log.jsonl")))
                .contains("\"test_r_squared\":" + test.get(Metric.R_SQUARED));
    }

    @Test
    void numbersThatJsonLacksAreNull() throws IOException {
        Recipes.plain(new Sgd(), 1e200).run(logs(folder));
        List<String> lines = Files.readAllLines(folder.resolve("log.jsonl"));
        assertThat(lines.get(lines.size() - 3)).contains("\"loss\":null");
        assertThat(lines.get(lines.size() - 2)).contains("\"validation_loss\":null");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("{\"outcome\":\"diverged at step 2: the loss is NaN\"}");
        assertThat(Files.readString(folder.resolve("steps.csv"))).contains("\n2,1,NaN,");
    }

    /** Whatever lies there when the process ends between two epochs is complete up to the last one. */
    @Test
    void everyEpochReachesTheFilesAtItsEnd() throws IOException {
        TrainingRun run = Recipes.plain(new Adam(), 0.01).start(logs(folder));
        for (int i = 0; i < 13; i++) {
            run.step();
        }
        assertThat(Files.readAllLines(folder.resolve("steps.csv"))).hasSize(1 + 10);
        assertThat(Files.readAllLines(folder.resolve("epochs.csv"))).hasSize(1 + 3);
        assertThat(Files.readAllLines(folder.resolve("log.jsonl"))).hasSize(10 + 3);
    }

    /** The first process saves after some steps, goes on, and leaves more in its logs than it saved, and then half a line. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7, 20})
    void aResumedRunLeavesTheLogsOfAnUndisturbedOne(int steps) throws IOException {
        Supplier<Training> recipe = () -> Recipes.plain(new Adam(), 0.01);
        Path undisturbed = folder.resolve("undisturbed");
        recipe.get().run(logs(undisturbed));
        Path resumed = folder.resolve("resumed");
        TrainingRun first = recipe.get().start(logs(resumed));
        for (int i = 0; i < steps; i++) {
            first.step();
        }
        Checkpoint checkpoint = first.save();
        first.finish();
        for (String file : FILES) {
            Files.writeString(resumed.resolve(file), "17,3,0.1");
        }
        TrainingRun second = recipe.get().start(logs(resumed));
        second.resume(checkpoint);
        second.finish();
        assertThat(contents(resumed)).isEqualTo(contents(undisturbed));
    }

    @Test
    void aRunThatStartsReplacesOldLogs() throws IOException {
        Recipes.plain(new Adam(), 0.01).run(logs(folder));
        Map<String, String> once = contents(folder);
        Recipes.plain(new Adam(), 0.01).run(logs(folder));
        assertThat(contents(folder)).isEqualTo(once);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> Recipes.plain(new Adam(), 0.01).run(new CsvLog(taken.resolve("logs"))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(taken.resolve("logs").resolve("steps.csv") + " cannot be written: ");
    }
}
