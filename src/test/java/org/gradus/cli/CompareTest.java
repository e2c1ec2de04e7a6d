package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.experiment.plan.Cluster;
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
        Cli quiet = shortRun("--quiet", "--overwrite");
        assertThat(quiet.out().strip()).matches(FINGERPRINT);
        assertThat(quiet.err()).isEmpty();
        assertThat(shortRun("--threads", "2", "--overwrite").out())
                .contains(quiet.out().strip());
    }

    @Test
    void aDivergedRunIsSaidAndIsNoFailure() {
        Cli outcome = shortRun("--rules", "sgd", "--learning-rate", "sgd=1e100");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).contains("rule=sgd learning-rate=1e100, seed 1: diverged at step");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--learning-rate sgd=1   | --learning-rate: sgd is not among the rules compared: adam, sgdm; compare it too, or leave its rate out",
                "--rule adam --learning-rate sgd=1 | --learning-rate: sgd is not among the rules compared: adam; compare it too, or leave its rate out",
                "--learning-rate 0.1,adam=1,0.2 | --learning-rate: that of all rules is given twice; leave one out",
                "--learning-rate adam=0  | learning-rate: must be a number, more than 0 and at most 1e100, found '0'",
                "--learning-rate adam=x  | learning-rate: must be a number, more than 0 and at most 1e100, found 'x'",
                "--learning-rate adam    | learning-rate: must be a number, more than 0 and at most 1e100, found 'adam'",
                "--learning-rate adam=1 --learning-rate Adam=2 | --learning-rate: that of adam is given twice; leave one out",
                "--learning-rate 1 --learning-rate 2 | --learning-rate: that of all rules is given twice; leave one out",
                "--seeds 0               | --seeds: must be a whole number from 1 to 1000000, found 0",
                "--seeds 1000000000      | --seeds: must be a whole number from 1 to 1000000, found 1000000000",
                "--epochs 0              | epochs: must be a whole number from 1 to 1000000000, found '0'",
                "--epochs many           | epochs: must be a whole number from 1 to 1000000000, found 'many'",
                "--epochs 99999999999    | epochs: must be a whole number from 1 to 1000000000, found '99999999999'",
                "--batch-size -3         | batch-size: must be a whole number from 1 to 1000000000, found '-3'",
                "--threads 0             | runner: threads must be a whole number, at least 1, found 0",
                "--on elsewhere          | --on: there is no 'elsewhere'; choose from local, spark",
                "--master spark://a:7077 | --master: does nothing here; add --on spark, or leave it out",
                "--rules adam,adam       | plan: rule=adam is given twice; leave one out",
                "--rules sgd --rule adam | --rules: the rule is given otherwise too; leave one of the two out",
                "--seeds 2 --seed 3      | --seeds: the seed is given otherwise too; leave one of the two out",
                "--hyper-parameters beta1=0.8 | hyper-parameters: hyper-parameters stand behind the rule: rule=adam:beta1=0.8,epsilon=1e-6",
                "--warm-up 10 | warm-up: a warm-up stands behind the schedule: schedule=constant:linearWarmUp=100",
                "--cycle-momentum yes | cycle-momentum: a momentum that follows the 1cycle policy is a rule around the rule: rule=cycled(sgdm)",
                "--schedule-options a=1 | schedule-options: options stand behind the schedule: schedule=one-cycle:share=0.3",
                "--colour                | there is no option '--colour'; 'gradus compare --help' lists the options"
            })
    void wrongUsageIsOneClearLineAndStatusTwo(String args, String message) {
        Cli outcome = gradus(("compare " + args).split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).containsExactly("gradus compare: " + message, "Try 'gradus compare --help'.");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void withoutSparkItSaysHowToGetIt() {
        assumeThat(Cluster.named("spark")).as("the profile spark").isEmpty();
        Cli outcome = gradus("compare", "--on", "spark", "--master", "local[2]");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .first()
                .isEqualTo(
                        "gradus compare: --on spark: this gradus was built without Spark; build it with 'mvn -q -Pspark package', or leave --on out");
    }

    @ParameterizedTest
    @CsvSource({"--rules,adma", "--learning-rate,adma=1", "--vary,rule=adma"})
    void aRuleThatDoesNotExistGetsTheNearestNameAndAll(String option, String value) {
        Cli outcome = gradus("compare", option, value);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("gradus compare: rule: there is no rule 'adma'; did you mean adam? the rules are sgd, ");
    }

    /** However the rules are given, and in the same words as for trace and diff. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rules adam,sgd --learning-rate adam=0.02,sgd=0.3 | 0.02,0.3",
                "--rules adam,sgd --learning-rate 0.3,adam=0.02 | 0.02,0.3",
                "--vary rule=adam:beta1=0.8,sgd --learning-rate adam=0.02 --learning-rate 0.3 | 0.02,0.3",
                "--rule adam:beta1=0.8 --learning-rate adam=0.02 | 0.02",
                "--config CONFIG --learning-rate sgd=0.2 | 0.2",
                "--config CONFIG --rules adam,sgd --learning-rate 0.2 | 0.2,0.2"
            })
    void eachRuleHasItsRate(String options, String rates) throws IOException {
        Path config = Files.writeString(folder.resolve("config.yaml"), "rule: sgd\nseed: 7\n");
        String line = "compare --data iris --hidden 4 --epochs 1 --quiet --out %s %s"
                .formatted(folder.resolve("page"), options.replace("CONFIG", config.toString()));
        Cli outcome = gradus(line.split(" "));
        assertThat(outcome.err()).isEmpty();
        List<String> steps = Files.readAllLines(folder.resolve("page/steps.csv"));
        assertThat(steps.stream().skip(1).map(step -> step.replaceFirst(".*,", "")))
                .containsOnly(rates.split(","));
        if (options.contains("CONFIG")) {
            assertThat(Files.readString(folder.resolve("page/index.html"))).contains("<td>seed</td><td>7</td>");
        }
    }

    @Test
    void anySettingOfAnyDataCanBeVaried() throws IOException {
        Cli outcome = gradus(
                "compare",
                "--data",
                "iris",
                "--epochs",
                "1",
                "--vary",
                "rule=sgdm, Adam:beta1=0.8,epsilon=1e-6",
                "--vary",
                "learning-rate=0.01,0.1",
                "--seeds",
                "2",
                "--out",
                folder.resolve("page").toString());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err().lines()).hasSize(8);
        assertThat(Files.readAllLines(folder.resolve("page/epochs.csv")))
                .hasSize(1 + 8 * 2)
                .first()
                .isEqualTo(
                        "rule,learning-rate,seed,epoch,training_loss,training_accuracy,validation_loss,validation_accuracy");
    }

    @Test
    void resultsAreNotReplacedUnlessItIsSaid() throws IOException {
        String fingerprint = shortRun("--quiet").out();
        Path page = folder.resolve("page/index.html");
        Files.writeString(page, "precious");
        Cli again = shortRun();
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err())
                .startsWith("gradus compare: --out: there is something in " + folder.resolve("page")
                        + " already; choose another folder, or replace it by --overwrite");
        assertThat(page).hasContent("precious");
        assertThat(shortRun("--overwrite", "--quiet").out()).isEqualTo(fingerprint);
        assertThat(Files.readString(page))
                .contains(fingerprint.replace("fingerprint: ", "").strip());
    }

    @Test
    void aComparisonThatWasKilledGoesOn() throws IOException {
        String fingerprint = shortRun("--quiet").out();
        Path journal = folder.resolve("page/runs.jsonl");
        String whole = Files.readString(journal);
        Files.writeString(journal, whole.substring(0, whole.length() - 9));
        Cli rest = shortRun("--resume");
        assertThat(rest.err().lines())
                .hasSize(2)
                .first(STRING)
                .contains("its last line was not complete", "it was cut off, and the run is missing");
        assertThat(rest.out()).endsWith(fingerprint);
        Cli other = shortRun("--resume", "--rules", "adam");
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("it is one of another plan, with 2 runs from 'epochs=1 batch-size=256'");
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
                        "--vary",
                        "--overwrite",
                        "--epochs",
                        "--batch-size",
                        "--learning-rate",
                        "--seeds",
                        "--threads",
                        "--on",
                        "--master",
                        "--out",
                        "--quiet");
        assertThat(gradus("--version").out()).startsWith("gradus ");
    }
}
