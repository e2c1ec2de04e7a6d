package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class CompareTest {
    private static final String FINGERPRINT = "fingerprint: [0-9a-f]{16}";

    @TempDir
    private Path folder;

    private Cli shortRun(String... more) {
        String[] args = {
            "compare",
            "--epochs",
            "1",
            "--seeds",
            "1",
            "--batch-size",
            "256",
            "--out",
            folder.resolve("page").toString()
        };
        return gradus(Stream.of(args, more).flatMap(Stream::of).toArray(String[]::new));
    }

    @Test
    void writesAPageAndSaysWhere() {
        Cli outcome = shortRun();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(2)
                .first()
                .isEqualTo("page: " + folder.resolve("page/index.html").toAbsolutePath());
        assertThat(outcome.out().lines().toList().get(1)).matches(FINGERPRINT);
        assertThat(outcome.err().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("\\s[12] of 2: (adam|sgdm), seed 1: .*"));
        assertThat(folder.resolve("page/index.html")).isNotEmptyFile();
    }

    @Test
    void quietPrintsTheFingerprintOnlyAndItIsTheSame() {
        Cli quiet = shortRun("--quiet");
        assertThat(quiet.out().strip()).matches(FINGERPRINT);
        assertThat(quiet.err()).isEmpty();
        assertThat(shortRun("--threads", "2").out()).contains(quiet.out().strip());
    }

    @Test
    void aDivergedRunIsSaidAndIsNoFailure() {
        Cli outcome = shortRun("--rules", "sgd", "--learning-rate", "sgd=1e200");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("sgd, seed 1: diverged at step");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--learning-rate sgd=1   | --learning-rate: sgd is not among the rules compared, adam, sgdm; add it to --rules",
                "--learning-rate adam=0  | --learning-rate: needs RULE=VALUE with a positive number, such as adam=0.01; found 'adam=0'",
                "--learning-rate adam=-1 | --learning-rate: needs RULE=VALUE with a positive number, such as adam=0.01; found 'adam=-1'",
                "--learning-rate adam=x  | --learning-rate: needs RULE=VALUE with a positive number, such as adam=0.01; found 'adam=x'",
                "--learning-rate adam    | --learning-rate: needs RULE=VALUE with a positive number, such as adam=0.01; found 'adam'",
                "--seeds 0               | --seeds: must be at least 1, found 0",
                "--epochs 0              | --epochs: must be at least 1, found 0",
                "--batch-size -3         | --batch-size: must be at least 1, found -3",
                "--threads 0             | --threads: must be at least 1, found 0",
                "--epochs many           | --epochs: needs a whole number, found 'many'",
                "--colour                | there is no option '--colour'; 'gradus compare --help' lists the options"
            })
    void wrongUsageIsOneClearLineAndStatusTwo(String args, String message) {
        Cli outcome = gradus(("compare " + args).split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).containsExactly("gradus compare: " + message, "Try 'gradus compare --help'.");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--rules,adan", "--learning-rate,adan=1"})
    void aRuleThatDoesNotExistGetsTheNearestNameAndAll(String option, String value) {
        Cli outcome = gradus("compare", option, value);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("gradus compare: " + option
                        + ": there is no rule 'adan'; did you mean adam? the rules are sgd, ");
    }

    @Test
    void withoutACommandItSaysWhatToType() {
        assertThat(gradus().err()).startsWith("gradus: say which command to run, such as 'gradus compare'");
        assertThat(gradus().status()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsAFileIsFoundBeforeTrainingAndNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        Cli outcome = gradus("compare", "--out", file.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().strip())
                .isEqualTo("gradus compare: cannot write to %s: it is not a folder; choose another folder with --out"
                        .formatted(file));
        assertThat(file).hasContent("precious");
    }

    @Test
    void aFolderBelowAFileIsFoundToo() throws IOException {
        Path below = Files.writeString(folder.resolve("file"), "precious").resolve("below");
        Cli outcome = gradus("compare", "--out", below.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("gradus compare: cannot write to")
                .endsWith("choose another folder with --out\n");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(gradus("compare", "--help").out())
                .contains(
                        "--rules",
                        "--epochs",
                        "--batch-size",
                        "--learning-rate",
                        "--seeds",
                        "--threads",
                        "--out",
                        "--quiet");
        assertThat(gradus("--version").out()).startsWith("gradus ");
    }
}
