package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.landscape.Landscapes;
import org.gradus.optim.Rules;
import org.gradus.schedule.Schedules;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands explain, trace and diff. */
@InEveryLocale
class MicroscopeCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void explainWithoutANameListsEverything() {
        Cli all = gradus("explain");
        assertThat(all.status()).isZero();
        assertThat(all.out())
                .contains(Rules.names())
                .contains(Landscapes.names())
                .contains(Schedules.names());
        assertThat(all.out().lines()).allMatch(line -> line.length() <= 100 && line.equals(line.stripTrailing()));
    }

    @Test
    void explainPrintsTheLinesAndWhatCanBeSet() {
        assertThat(gradus("explain", "adam:beta1=0.8").out()).isEqualTo("""
                adam

                  m_0 = 0
                  v_0 = 0
                  m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
                  v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
                  m̂_t = m_t / (1 − β1^t)
                  v̂_t = v_t / (1 − β2^t)
                  θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t

                constants: β1 = 0.8, β2 = 0.999, ε = 1e-8
                to set:    learning rate, beta1 = 0.8, beta2 = 0.999, epsilon = 1e-8
                state:     m, v
                """);
    }

    @Test
    void explainSaysInWhatADialectDiffers() {
        assertThat(gradus("explain", "pytorch-amsgrad").out()).contains("dialect of amsgrad: PyTorch corrects");
    }

    @Test
    void explainGivesLatex() {
        assertThat(gradus("explain", "sgd", "--latex").out())
                .isEqualTo("\\begin{align*}\n  \\theta_{t} &= \\theta_{t-1} - \\eta\\, g_{t-1}\n\\end{align*}\n");
    }

    @ParameterizedTest
    @MethodSource("org.gradus.equation.RuleNames#all")
    void everyRuleCanBeExplainedAndTraced(String rule) {
        assertThat(gradus("explain", rule).status()).isZero();
        Cli trace = gradus("trace", rule, "--steps", "2");
        assertThat(trace.err()).isEmpty();
        assertThat(trace.out()).contains("g_{t−1}", "θ");
    }

    @ParameterizedTest
    @MethodSource("org.gradus.landscape.Landscapes#names")
    void everyProblemCanBeExplainedAndWalkedOn(String problem) {
        assertThat(gradus("explain", problem).out()).contains("L = ", "source:");
        assertThat(gradus("trace", "adam", "--problem", problem, "--steps", "2").status())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("org.gradus.schedule.Schedules#names")
    void everyScheduleCanBeExplained(String schedule) {
        assertThat(gradus("explain", schedule).out()).contains("η_t = ");
    }

    @Test
    void diffSaysWhereAndWhy() {
        Cli diff = gradus(
                "diff", "sgd", "sgdm", "--problem", "ill-conditioned", "--start", "1,1", "--learning-rate", "0.01");
        assertThat(diff.status()).isZero();
        // both begin with θ_1 = (1, 1) − 0.01 (1, 100); SGDM's second step has 0.9 · 0.01 (1, 100) more
        assertThat(diff.out()).startsWith("sgd and sgdm part on ill-conditioned at step 2, first in θ_t:\n  sgd: [");
        assertThat(diff.out()).contains("They differ there by 0.9").endsWith("sgdm has θ_t = θ_{t−1} − m_t.\n");
        assertThat(gradus("diff", "adam", "adam").out())
                .isEqualTo("adam and adam do not part on rosenbrock within 20 steps.\n");
    }

    @Test
    void aScheduleIsDrawnBeforeTraining() {
        Path file = folder.resolve("new/one-cycle.png");
        assertThat(gradus("explain", "one-cycle", "--plot", file.toString()).status())
                .isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aDiffHasAPageToo() throws Exception {
        Path file = folder.resolve("new/diff.html");
        Cli diff = gradus("diff", "adam", "amsgrad", "--steps", "5", "--html", file.toString());
        assertThat(diff.out()).endsWith("page: " + file.toAbsolutePath() + System.lineSeparator());
        assertThat(Files.readString(file)).contains("amsgrad", "<svg");
    }

    @Test
    void aTraceGoesToAFileOfAnyFormat() throws Exception {
        for (String format : new String[] {"text", "csv", "json", "html"}) {
            Path file = folder.resolve("new/trace." + format);
            Cli trace = gradus("trace", "adam", "--steps", "3", "--format", format, "--out", file.toString());
            assertThat(trace.status()).isZero();
            assertThat(trace.out()).endsWith(": " + file.toAbsolutePath() + System.lineSeparator());
            assertThat(Files.readString(file)).contains(format.equals("csv") ? "m̂_t[0]" : "rosenbrock");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trace adan                       | gradus trace: there is no rule 'adan'; did you mean adam? the rules are sgd, ",
                "trace adam --problem rosenbrok   | gradus trace: there is no problem 'rosenbrok'; did you mean rosenbrock? the problems are ",
                "trace adam:beta3=1               | gradus trace: adam: there is no hyper-parameter 'beta3'; did you mean beta1? ",
                "trace adam:beta1=1               | gradus trace: adam: beta1 must be at least 0 and less than 1, found 1.0",
                "trace adam:beta1                 | gradus trace: 'adam:beta1': hyper-parameters follow the rule as in adam:beta1=0.8,epsilon=0; found 'beta1'",
                "trace adam --steps 0             | gradus trace: trace: the number of steps must be at least 1, found 0",
                "trace adam --start 1             | gradus trace: rosenbrock: a start needs 2 numbers, found 1",
                "trace adam --learning-rate -1    | gradus trace: learning rate: η must be a finite number, more than 0, found -1.0",
                "trace adam --format pdf          | gradus trace: --format: expected one of [text, csv, json, html]",
                "diff adam                        | gradus diff: Missing required parameter: 'RULE'",
                "diff adam sgdn                   | gradus diff: there is no rule 'sgdn'; did you mean sgd? ",
                "explain quick                    | gradus explain: there is no rule 'quick'; "
            })
    void badInputGetsOneSentenceAndStatus2(String command, String start) {
        Cli bad = gradus(command.strip().split(" +"));
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).startsWith(start.strip());
        assertThat(bad.out()).isEmpty();
    }
}
