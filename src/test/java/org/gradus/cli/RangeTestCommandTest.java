package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.catalog.ShortestDecimal;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.rule.Adam;
import org.gradus.tensor.RandomStream;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@InEveryLocale
class RangeTestCommandTest {
    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome rangeTest(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Gradus.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 1];
        all[0] = "range-test";
        System.arraycopy(args, 0, all, 1, args.length);
        return new Outcome(line.execute(all), out.toString(), err.toString());
    }

    private Outcome run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 3);
        all[args.length] = "--out";
        all[args.length + 1] = folder.toString();
        all[args.length + 2] = "--overwrite";
        return rangeTest(all);
    }

    @Test
    void printsTheSuggestionsAndWhereTheFilesAre() throws IOException {
        Outcome outcome = run("--rule", "sgdm", "--steps", "60", "--hidden", "16,8", "--batch-size", "32");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines.get(0)).startsWith("range test: exponential from 1e-05 to 10 in 60 steps");
        assertThat(lines.subList(1, 6))
                .extracting(line -> line.substring(0, 16).strip())
                .containsExactly("criterion", "steepest descent", "minimum / 10", "valley", "Smith's bounds");
        assertThat(lines.get(6)).startsWith("The criteria ");
        assertThat(lines.subList(7, lines.size()))
                .containsExactly(
                        "file: " + folder.resolve("range-test.png").toAbsolutePath(),
                        "file: " + folder.resolve("range-test.svg").toAbsolutePath(),
                        "file: " + folder.resolve("range-test.csv").toAbsolutePath());
        assertThat(Files.readString(folder.resolve("range-test.svg")))
                .contains(
                        "Learning-rate range test: SGDM",
                        "digits, 64 – 16 – 8 – 10 with batch normalization, mini-batches of 32, seed 1",
                        "gradus range-test --rule sgdm");
    }

    @Test
    void everyOptionReachesTheTest() throws IOException {
        run("--rule", "sgd", "--sweep", "linear", "--min", "0.1", "--max", "0.5", "--steps", "9", "--smoothing", "0");
        List<String> sgd = Files.readAllLines(folder.resolve("range-test.csv"));
        assertThat(sgd).hasSize(10);
        assertThat(sgd.get(1)).startsWith("0.1,");
        assertThat(sgd.get(5)).startsWith("0.3").matches("[^,]*,([^,]*),\\1");
        run("--rule", "adam", "--sweep", "linear", "--min", "0.1", "--max", "0.5", "--steps", "9", "--smoothing", "0");
        List<String> adam = Files.readAllLines(folder.resolve("range-test.csv"));
        assertThat(adam.get(1)).isEqualTo(sgd.get(1)); // the same network, the same batch
        assertThat(adam.get(2)).isNotEqualTo(sgd.get(2));
        run("--rule", "adam", "--min", "0.1", "--max", "0.5", "--steps", "9", "--seed", "2");
        assertThat(Files.readAllLines(folder.resolve("range-test.csv")).get(1)).isNotEqualTo(adam.get(1));
        assertThat(run("--rule", "sgd", "--min", "1", "--max", "1e9", "--divergence", "1.5")
                        .out())
                .contains("is more than 1.5 times its smallest");
    }

    @Test
    void itIsTheTestOfTheTrainingPart() throws IOException {
        run("--rule", "adam", "--steps", "8", "--hidden", "16", "--batch-size", "32", "--seed", "3");
        RandomStream random = new RandomStream(3);
        Dataset training =
                Split.of(Digits.load(), 0.2, 0.2, random.split("split")).training();
        RangeTestResult result = new RangeTest(RangeTest.Sweep.EXPONENTIAL, 1e-5, 10, 8)
                .run(
                        Mlp.withBatchNorm(random.split("weights"), 64, 16, 10),
                        new Adam(),
                        training,
                        32,
                        random.split("shuffle"));
        assertThat(Files.readAllLines(folder.resolve("range-test.csv")).stream().skip(1))
                .containsExactlyElementsOf(result.points().stream()
                        .map(point -> Stream.of(point.rate(), point.loss(), point.smoothedLoss())
                                .map(ShortestDecimal::text)
                                .collect(Collectors.joining(",")))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sweep up      | --sweep: must be linear or exponential, found 'up'",
                "--min 0         | min must be a positive number, found 0.0",
                "--max 1e-6      | max must be a number above min, 1.0E-5, found 1.0E-6",
                "--steps 1       | the number of steps must be at least 2, found 1",
                "--smoothing 1   | the smoothing β must be at least 0 and less than 1, found 1.0",
                "--divergence 1  | the factor of divergence must be more than 1, found 1.0",
                "--hidden 64,0   | hidden: must be whole numbers from 1 to 1000000, separated by commas, or none, found '64,0'",
                "--batch-size 0  | batch-size: must be a whole number from 1 to 1000000000, found '0'",
                "--steps many    | --steps: needs a whole number, found 'many'",
                "--colour        | there is no option '--colour'; 'gradus range-test --help' lists the options"
            })
    void wrongUsageIsOneClearLineAndStatusTwo(String args, String message) {
        Outcome outcome = run(args.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .containsExactly("gradus range-test: " + message, "Try 'gradus range-test --help'.");
        assertThat(outcome.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"--rule, there is no rule 'foo'", "--data, there is no data source 'foo'"})
    void whatThereIsNotIsSaid(String option, String message) {
        Outcome outcome = run(option, "foo");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).endsWith("Try 'gradus range-test --help'.\n");
    }

    @Test
    void aFolderThatIsAFileIsFoundAndStaysAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        Outcome outcome = rangeTest("--out", file.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().strip())
                .isEqualTo("gradus range-test: cannot write to %s: it is not a folder; choose another folder with --out"
                        .formatted(file));
        assertThat(outcome.out()).isEmpty();
        assertThat(file).hasContent("precious");
    }

    @Test
    void helpNamesEveryOptionAndItsDefault() {
        assertThat(rangeTest("--help").out())
                .contains("--data", "--rule", "--hidden", "--min", "--max", "--steps", "--sweep", "--batch-size")
                .contains("--smoothing", "--divergence", "--seed", "--out", "1.0E-5", "0.98");
    }
}
