package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.experiment.Settings;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands train and fork. */
@InEveryLocale
class TrainCommandTest {
    private static final List<String> SMALL =
            List.of("--data", "moons", "--hidden", "8", "--rule", "sgdm", "--batch-size", "32");

    @TempDir
    private Path folder;

    private Cli train(Path out, String... more) {
        return gradus(Stream.of(List.of("train"), SMALL, List.of("--out", out.toString()), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    @Test
    void aRunLeavesEverythingInItsFolder() throws IOException {
        Path out = folder.resolve("a/run");
        Cli run = train(out, "--epochs", "2");
        assertThat(run.status()).isZero();
        assertThat(run.err().lines())
                .hasSize(2)
                .allMatch(
                        line -> line.matches(
                                "epoch [12] of 2: loss [\\d.]+, learning rate 0.100, validation accuracy [01]\\.\\d{3}, \\d:\\d\\d left"));
        assertThat(run.out()).contains("label \\ predicted", "recall", "run: " + out.toAbsolutePath());
        for (String file : List.of(
                "run.yaml",
                "steps.csv",
                "epochs.csv",
                "history.jsonl",
                "checkpoint.safetensors",
                "model.safetensors",
                "confusion.txt",
                "loss.png",
                "loss.svg",
                "learning-rate.png")) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("epochs.csv")).lines()).hasSize(4); // head, untrained, two epochs
    }

    @Test
    void aResumedRunEndsWithTheBitsOfAnUndisturbedOne() throws IOException {
        Path resumed = folder.resolve("resumed");
        train(resumed, "--epochs", "2", "--dropout", "0.2", "--average", "0.9");
        Cli rest = gradus("train", "--resume", "--out", resumed.toString(), "--epochs", "4", "--quiet");
        assertThat(rest.status()).isZero();
        assertThat(rest.err()).isEmpty();
        Path undisturbed = folder.resolve("undisturbed");
        train(undisturbed, "--epochs", "4", "--dropout", "0.2", "--average", "0.9");
        for (String file : List.of("model.safetensors", "steps.csv", "epochs.csv", "history.jsonl", "run.yaml")) {
            assertThat(resumed.resolve(file)).hasSameBinaryContentAs(undisturbed.resolve(file));
        }
    }

    @Test
    void whatIsAccumulatedAtTheEndOfAnEpochIsAnUpdate() throws IOException {
        Path out = folder.resolve("run");
        Cli run = gradus(
                "train",
                "--data",
                "iris",
                "--epochs",
                "2",
                "--accumulate",
                "2",
                "--batch-size",
                "50",
                "--quiet",
                "--out",
                out.toString());
        assertThat(run.status()).isZero();
        assertThat(Files.readString(out.resolve("epochs.csv")).lines().map(line -> line.split(",")[1]))
                .as("the training loss before and after each epoch")
                .hasSize(1 + 3)
                .doesNotHaveDuplicates();
    }

    @Test
    void aFileDescribesARunAndOptionsComeAfterIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("run.json"), "{\"data\": \"moons\", \"epochs\": 1, \"rule\": \"sgd\"}");
        Path out = folder.resolve("run");
        assertThat(gradus("train", "--config", file.toString(), "--rule", "adam", "--out", out.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(out.resolve("run.yaml"))).contains("data: moons", "rule: adam");
    }

    @Test
    void anotherRunIsNotOverwritten() {
        Path out = folder.resolve("run");
        train(out, "--epochs", "1");
        Cli again = train(out, "--epochs", "1");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err())
                .startsWith("gradus train: --out: there is something in " + out
                        + " already; choose another folder, or replace it by --overwrite");
    }

    @Test
    void aDamagedCheckpointIsRefusedAndThePreviousOneCanBeUsed() throws IOException {
        Path out = folder.resolve("run");
        train(out, "--epochs", "3");
        Path checkpoint = out.resolve("checkpoint.safetensors");
        byte[] bytes = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
        Cli refused = gradus("train", "--resume", "--out", out.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("checkpoint.safetensors cannot be resumed: ", "The previous one, ", "--resume-previous");
        assertThat(gradus("train", "--resume-previous", "--out", out.toString(), "--quiet")
                        .status())
                .isZero();
    }

    @Test
    void wrongUseIsOneSentenceAndStatus2() throws IOException {
        Path typo = Files.writeString(folder.resolve("typo.yaml"), "learning-rat: 1\n");
        assertThat(gradus("train", "--config", typo.toString()).err())
                .startsWith(
                        "gradus train: " + typo + ": there is no setting 'learning-rat'; did you mean learning-rate? ");
        assertThat(gradus("train", "--config", "nowhere.yaml").err())
                .startsWith("gradus train: --config: there is no file nowhere.yaml; give the path of one");
        assertThat(train(folder.resolve("x"), "--epochs", "0").err())
                .startsWith("gradus train: epochs: must be a whole number from 1 to 1000000000, found '0'");
        assertThat(gradus("train", "--resume", "--out", folder.resolve("none").toString())
                        .err())
                .startsWith("gradus train: --resume: there is no run in ");
        assertThat(gradus("train", "--data", "mnist").status()).isEqualTo(2);
    }

    @Test
    void dataThatIsMissingIsListed() {
        Cli missing = gradus(
                "train",
                "--data",
                "mnist:" + folder,
                "--out",
                folder.resolve("run").toString());
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("train-images-idx3-ubyte", "9912422", "f68b3c2dcbeaaa9fbdd348bbdeb94873");
    }

    @Test
    void everySettingIsAnOption() {
        String help = gradus("train", "--help").out();
        assertThat(Settings.catalog().names()).allMatch(name -> help.contains("--" + name + "="));
    }

    @Test
    void futuresOfAForkAreDrawnOverOneAnother() {
        Path out = folder.resolve("fork");
        Cli fork = gradus(
                "fork",
                "--data",
                "moons",
                "--rule",
                "adam",
                "--epochs",
                "3",
                "--after-epoch",
                "1",
                "--future",
                "rule=sgdm;learning-rate=0.05",
                "--future",
                "learning-rate=0.001",
                "--out",
                out.toString());
        assertThat(fork.status()).isZero();
        assertThat(fork.out().lines().map(line -> line.replaceAll(":.*", "")))
                .containsExactly("adam", "then rule=sgdm;learning-rate=0.05", "then learning-rate=0.001", "charts");
        assertThat(out.resolve("loss.png")).isNotEmptyFile();
        assertThat(gradus("fork", "--data", "moons", "--future", "rule").err())
                .startsWith(
                        "gradus fork: 'rule': expected SETTING=VALUE, such as rule=sgdm, several with blanks or ';' between");
        assertThat(gradus("fork", "--epochs", "3", "--after-epoch", "3", "--future", "rule=sgd")
                        .err())
                .startsWith("gradus fork: --after-epoch: must be from 1 to 2, one less than the epochs, found 3");
    }
}
