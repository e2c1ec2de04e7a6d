package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradus.data.file.FolderLock;
import org.gradus.experiment.Settings;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                                "epoch [12] of 2: mini-batch loss [\\d.]+, learning rate 0.100, validation loss [\\d.]+, accuracy [01]\\.\\d{4}, \\d:\\d\\d left"));
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
                "32",
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
    void futuresOfAForkAreDrawnOverOneAnother() throws IOException {
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
                .containsExactly("Adam, as it began", "then SGDM, η = 0.05", "then η = 0.001", "charts");
        assertThat(Files.readString(out.resolve("loss.svg")))
                .contains(
                        "moons, 2 – 64 – 2 with batch normalization", "fork after epoch 1", "gradus fork --data moons");
        assertThat(Files.readAllLines(out.resolve("steps.csv")))
                .hasSize(1 + 3 * 3 * 5) // three runs, each with the common past
                .startsWith("rule,learning-rate,epoch,step,loss,gradient_norm,learning_rate")
                .element(1 + 2 * 3 * 5)
                .asString()
                .startsWith("adam,0.001,1,1,");
        assertThat(Files.readAllLines(out.resolve("epochs.csv"))).hasSize(1 + 3 * 4);
        assertThat(gradus("fork", "--data", "moons", "--future", "rule").err())
                .startsWith(
                        "gradus fork: 'rule': expected SETTING=VALUE, such as rule=sgdm, several with blanks or ';' between");
        assertThat(gradus("fork", "--epochs", "3", "--after-epoch", "3", "--future", "rule=sgd")
                        .err())
                .startsWith("gradus fork: --after-epoch: must be from 1 to 2, one less than the epochs, found 3");
    }

    private static String[] words(Path out, String line) {
        return Stream.concat(Stream.of(line.split(" ")), Stream.of("--out", out.toString()))
                .toArray(String[]::new);
    }

    /** What is refused changes nothing: a plain --resume goes on afterwards. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--batch-size 16 | batch-size: it is 32 in the run that is to go on, and 16 is asked for; only epochs may differ: leave --batch-size out",
                "--activation tanh | activation: it is relu in the run that is to go on, and tanh is asked for;",
                "--learning-rate 0.2 | learning-rate: it is 0.1 in the run that is to go on, and 0.2 is asked for;",
                "--schedule cosine | schedule: it is constant:linearWarmUp=0,rootWarmUp=0 in the run that is to go on, and cosine:etaMin=0,",
                "--rule sgdm:lambda=0.8 | rule: it is sgdm:lambda=0.9 in the run that is to go on, and sgdm:lambda=0.8 is asked for;",
                "--standardize yes | standardize: it is no in the run that is to go on, and yes is asked for;",
                "--seed 2 | seed: it is 1 in the run that is to go on, and 2 is asked for;",
            })
    void onlyTheNumberOfEpochsMayDiffer(String option, String message) throws IOException {
        Path out = folder.resolve("run");
        train(out, "--epochs", "1");
        byte[] before = Files.readAllBytes(out.resolve("run.yaml"));
        Cli refused = gradus(words(out, "train --resume " + option));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith("gradus train: " + message);
        assertThat(out.resolve("run.yaml")).hasBinaryContent(before);
        assertThat(gradus(words(out, "train --resume --epochs 2 --quiet")).status())
                .isZero();
    }

    @Test
    void otherDataIsRefusedAndTheSameIsFoundFromAnywhere() throws IOException {
        Path csv = Files.writeString(folder.resolve("x.csv"), "a,label\n" + "1,x\n2,y\n3,x\n4,y\n".repeat(5));
        Path relative = Path.of("").toAbsolutePath().relativize(csv.toAbsolutePath());
        Path out = folder.resolve("run");
        assertThat(gradus(words(out, "train --epochs 1 --quiet --data csv:" + relative))
                        .status())
                .isZero();
        assertThat(Files.readString(out.resolve("run.yaml")))
                .contains("csv:" + csv.toAbsolutePath().normalize());
        assertThat(gradus(words(out, "train --resume --epochs 2 --quiet --data csv:" + relative))
                        .status())
                .isZero(); // another way to write the same path
        assertThat(gradus(words(out, "train --resume --epochs 2 --quiet")).status())
                .isZero();
        Files.writeString(csv, "a,label\n" + "1,x\n2,y\n3,x\n5,y\n".repeat(5));
        Cli refused = gradus(words(out, "train --resume --epochs 4"));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains(" is not what the run learned from (fingerprint ", "bring the data back");
    }

    @Test
    void aRunThatDivergesFailsAndHasNoConfusion() {
        Path out = folder.resolve("run");
        Cli run = train(out, "--epochs", "1", "--learning-rate", "1e100", "--quiet");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("diverged at step", "try a smaller learning rate")
                .doesNotContain("NaN  ", "precision");
        assertThat(out.resolve("confusion.txt")).doesNotExist();
    }

    @Test
    void aFutureChangesWhatAFutureCan() {
        Path out = folder.resolve("fork");
        String fork = "fork --data moons --epochs 3 --after-epoch 1 --future ";
        for (String setting : List.of(
                "dropout=0.9", "hidden=8", "seed=2", "data=iris", "batch-size=16", "accumulate=2", "standardize=yes")) {
            Cli refused = gradus(words(out, fork + setting));
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("gradus fork: " + setting.replaceFirst("=.*", "") + ": a future cannot change it, ");
        }
        assertThat(out).doesNotExist();
        Cli blanks = gradus(Stream.concat(
                        Stream.of(words(out, fork + "rule=sgdm --quiet-not")).limit(7),
                        Stream.of("--future", "rule=sgdm learning-rate=0.05", "--out", out.toString()))
                .toArray(String[]::new));
        assertThat(blanks.status()).isZero();
        assertThat(blanks.out()).contains("then SGDM, η = 0.05: completed; validation loss");
    }

    /** The same settings are the same run, whichever command starts it: data, first weights, batches, numbers. */
    @Test
    void everyCommandStartsTheSameRun() throws IOException {
        String settings = " --data iris --rule sgdm --epochs 3 --seed 4 --batch-size 16 --hidden 8 ";
        gradus(words(folder.resolve("train"), "train" + settings + "--quiet"));
        gradus(words(folder.resolve("compare"), "compare" + settings + "--quiet"));
        gradus(words(folder.resolve("range"), "range-test" + settings.replace("--epochs 3", "--steps 5")));
        Cli fork =
                gradus(words(folder.resolve("fork"), "fork" + settings + "--after-epoch 1 --future learning-rate=0.2"));
        List<String> steps = Files.readAllLines(folder.resolve("train/steps.csv"));
        List<String> compared = Files.readAllLines(folder.resolve("compare/steps.csv"));
        assertThat(steps).hasSameSizeAs(compared).hasSizeGreaterThan(10);
        for (int i = 1; i < steps.size(); i++) {
            String[] trained = steps.get(i).split(",");
            String[] other = compared.get(i).split(",");
            assertThat(Double.parseDouble(trained[2])).isEqualTo(Double.parseDouble(other[2]));
            assertThat(Double.parseDouble(trained[3])).isEqualTo(Double.parseDouble(other[3]));
        }
        String first = Files.readAllLines(folder.resolve("range/range-test.csv"))
                .get(1)
                .split(",")[1];
        assertThat(Double.parseDouble(first))
                .isEqualTo(Double.parseDouble(steps.get(1).split(",")[2]));
        String last = List.of(
                        Files.readString(folder.resolve("train/epochs.csv")).split("\n"))
                .get(4);
        String trunk = fork.out().lines().findFirst().orElseThrow();
        assertThat(trunk)
                .contains("accuracy " + String.format(Locale.ROOT, "%.4f", Double.parseDouble(last.split(",")[4])));
    }

    @Test
    void theRecordOfARunDescribesItAndHasEveryNumber() throws IOException {
        Path out = folder.resolve("run");
        train(out, "--epochs", "2", "--schedule", "cosine", "--quiet");
        String record = Files.readString(out.resolve("run.yaml"));
        assertThat(record)
                .contains(
                        "learning-rate: '0.1'", "in-full-schedule: cosine:etaMin=0,steps=20,", "fingerprint-of-data: ")
                .contains(Settings.catalog().names().stream()
                        .map(name -> name + ": ")
                        .toList());
        assertThat(gradus(words(out, "train --resume --epochs 3")).err())
                .startsWith(
                        "schedule: it is as long as the training; from the next update on it is cosine:etaMin=0,steps=30,")
                .contains(", so far it was cosine:etaMin=0,steps=20,");
        Files.writeString(out.resolve("run.yaml"), record);
        Path again = folder.resolve("again");
        assertThat(gradus(words(again, "train --quiet --config " + out.resolve("run.yaml")))
                        .status())
                .isZero();
        assertThat(Files.readString(out.resolve("steps.csv"))).startsWith(Files.readString(again.resolve("steps.csv")));
        Files.writeString(out.resolve("run.yaml"), record.replace("dropout: '0'\n", ""));
        assertThat(gradus(words(out, "train --resume")).err())
                .startsWith("gradus train: --resume: " + out.resolve("run.yaml")
                        + ": it lacks the setting dropout, as a record of another version does;");
    }

    @Test
    void aFolderThatIsWrittenByAnotherRunIsLeftAlone() throws IOException {
        Path out = folder.resolve("run");
        train(out, "--epochs", "1", "--quiet");
        byte[] before = Files.readAllBytes(out.resolve("checkpoint.safetensors"));
        try (FolderLock lock = FolderLock.of(out)) {
            assertThat(lock).hasToString("lock of " + out);
            for (String more :
                    List.of("train --resume --epochs 2", "train --data moons --overwrite", "compare --overwrite")) {
                Cli refused = gradus(words(out, more));
                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.err()).contains(out + " is being written by another run; wait for its end");
            }
        }
        assertThat(out.resolve("checkpoint.safetensors")).hasBinaryContent(before);
    }
}
