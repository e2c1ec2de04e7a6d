package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.nio.charset.StandardCharsets;
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
    @MethodSource("org.gradus.equation.RuleNames#ofVectors")
    void everyRuleCanBeExplainedAndTraced(String rule) {
        assertThat(gradus("explain", rule).status()).isZero();
        Cli trace = gradus("trace", rule, "--steps", "2");
        assertThat(trace.err()).isEmpty();
        assertThat(trace.out()).contains("g_{t−1}", "θ");
    }

    @Test
    void aRuleOfMatricesIsExplainedAndSaysWhyItWalksOnNoMap() {
        assertThat(gradus("explain", "muon").out()).contains("O_t = NewtonSchulz(");
        Cli trace = gradus("trace", "muon", "--steps", "2");
        assertThat(trace.status()).isEqualTo(2);
        assertThat(trace.err()).startsWith("gradus trace: muon: it moves matrices, and this has the shape (2); ");
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
        assertThat(diff.out())
                .contains("They differ there by 0.9")
                .endsWith("sgdm has θ_t = θ_{t−1} − m_t.\nBoth began with η = 0.01.\n");
        assertThat(gradus("diff", "adam", "adam").out())
                .isEqualTo("adam and adam do not part on rosenbrock within 20 steps.\nBoth began with η = 0.05.\n");
    }

    @Test
    void aFairDiffGivesEachRuleItsOwnRateAndSaysSo() {
        assertThat(gradus("diff", "adam", "sgdm").out())
                .contains("at step 1, first in m_t:", "adam has m_t = β1 m_{t−1} + (1 − β1) g_{t−1}, sgdm has m_t")
                .endsWith(
                        "Each began with its own learning rate, η = 0.05 and η = 0.001; --learning-rate 0.001 gives both the same.\n");
        assertThat(gradus("diff", "adam", "sgdm", "--learning-rate", "0.001").out())
                .endsWith("Both began with η = 0.001.\n");
        assertThat(gradus("diff", "adam", "sgdm", "--learning-rate", "adam=0.1,sgdm=0.2")
                        .out())
                .contains("η = 0.1 and η = 0.2;");
    }

    @Test
    void rulesHaveTheirOwnRatesAndOneSchedule() {
        String[] rates = {"--learning-rate", "0.02", "--learning-rate", "adam:beta1=0.8,epsilon=1e-6=0.03"};
        assertThat(gradus("trace", "sgd,adam:beta1=0.8,epsilon=1e-6", rates[0], rates[1], rates[2], rates[3])
                        .out())
                .contains("sgd on rosenbrock", "with η = 0.02\n", "with η = 0.03, β1 = 0.8, β2 = 0.999, ε = 1e-6\n");
        assertThat(gradus("trace", "adam", "--schedule", "linear-ramp:to=0.01", "--steps", "11")
                        .out())
                .contains("with η from 0.05 to 0.0136364, β1 = 0.9");
    }

    @Test
    void severalRulesAreDrawnInOnePictureWithItsReceipt() throws Exception {
        Path file = folder.resolve("new/beale.svg");
        Cli trace = gradus("trace", "sgd, Sgdm,adam", "--problem", "beale", "--steps", "9", "--plot", file.toString());
        assertThat(trace.err()).isEmpty();
        assertThat(trace.out()).isEqualTo("picture: " + file.toAbsolutePath() + System.lineSeparator());
        assertThat(Files.readString(file))
                .startsWith("<svg")
                .contains(
                        "SGD, SGDM and Adam on Beale",
                        "gradus trace 'sgd, Sgdm,adam' --problem beale --steps 9 --plot");
    }

    @Test
    void problemsHaveOptions() {
        assertThat(gradus("trace", "adam", "--problem", "ackley:dimensions=3").out())
                .contains("θ_t[2]");
        assertThat(gradus("explain", "ackley").out()).contains("to set:  dimensions = 2" + System.lineSeparator());
    }

    @Test
    void explainKnowsWhatIsMeantAndWhatCanBeSet() {
        String adam = gradus("explain", "adam").out();
        assertThat(gradus("explain", "Adam").out()).isEqualTo(adam);
        assertThat(gradus("explain", " adam ").out()).isEqualTo(adam);
        assertThat(gradus("explain", "lookahead(adam)").out())
                .contains("to set:    learning rate, ", "k = 5", "beta1 = 0.9");
        assertThat(gradus("explain", "lookahead").out()).startsWith("lookahead(Optim)");
        assertThat(gradus("explain", "one-cycle:share=0.3").out())
                .contains(
                        "to set:    learning rate, start = 0.004, end = 4e-7, steps = 1000, share = 0.3, linearWarmUp = 0");
        assertThat(gradus("explain", "constant@100+cosine").out())
                .contains("to set of cosine:    learning rate, etaMin = 0");
    }

    @ParameterizedTest
    @CsvSource({
        "one-cycle, oc.svg, <svg",
        "rosenbrock, r.svg, <svg",
        "one-cycle, oc.pdf, %PDF",
        "cosine, c.PNG, \u0089PNG"
    })
    void picturesHaveTheFormatOfTheirEnding(String name, String file, String start) throws Exception {
        Path picture = folder.resolve(file);
        assertThat(gradus("explain", name, "--plot", picture.toString()).out())
                .endsWith("picture: " + picture.toAbsolutePath() + System.lineSeparator());
        assertThat(new String(Files.readAllBytes(picture), StandardCharsets.ISO_8859_1))
                .startsWith(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain one-cyle | there is no rule, schedule or problem 'one-cyle'; did you mean one-cycle? 'gradus explain' lists them all",
                "explain rosenbrok:a=1 | there is no rule, schedule or problem 'rosenbrok'; did you mean rosenbrock?",
                "explain adam --plot x.png | --plot draws schedules and problems; a rule is drawn where it walks: gradus trace 'adam' --plot x.png",
                "explain lookahead:k=3 | lookahead: it is a rule around another; say which, as in lookahead(adam):k=3",
                "explain rosenbrock --latex | --latex: the equations of rules and schedules are written as LaTeX, the formula of a problem is not; leave it out",
                "explain one-cycle --plot x.jpg | 'x.jpg': the ending of a picture's name says its format; give it one of .png, .svg, .pdf",
                "explain reddi --plot x.png | reddi: a map needs a problem of 2 numbers, found 1;",
                "explain one-cycle:shar=1 | one-cycle: there is no option 'shar'; did you mean share?",
                "explain --latex | --latex needs a name, as in gradus explain one-cycle;",
                "trace adam --learning-rate adam=0.1 --learning-rate adam=0.2 | --learning-rate: that of adam is given twice; leave one out",
                "trace adam --learning-rate 0.1,0.2 | --learning-rate: that of all rules is given twice; leave one out",
                "trace adam,sgd --learning-rate adan=1 | --learning-rate: 'adan' is none of the rules here; did you mean adam? they are adam, sgd",
                "trace adam --learning-rate fast | --learning-rate: needs a number, or rules with one each as in adam=0.01,sgd=0.1, found 'fast'",
                "trace adam,sgd --format csv | a file and the formats csv, json and html have one rule, found 2: adam,sgd; give one, or draw all with --plot alone",
                "trace adam --plot x.gif | 'x.gif': the ending of a picture's name says its format;",
                "trace adam --plot x.png --out y.txt | --out is where the trace goes, --plot where the picture goes; with both, say the trace's --format",
                "trace adam --schedule one-cyle | there is no schedule 'one-cyle'; did you mean one-cycle?",
                "trace adam --steps 2147483647 | --steps: 2147483647 steps with all their symbols take about 4080218 MB, more than the"
            })
    void whatCannotBeDoneIsRefusedInASentence(String command, String sentence) {
        String[] words = command.strip().split(" +");
        Cli bad = gradus(words);
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).startsWith("gradus " + words[0] + ": " + sentence.strip());
        assertThat(bad.out()).isEmpty();
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
                "trace adma                       | gradus trace: there is no rule 'adma'; did you mean adam? the rules are sgd, ",
                "trace adam --problem rosenbrok   | gradus trace: there is no problem 'rosenbrok'; did you mean rosenbrock? the problems are ",
                "trace adam:beta3=1               | gradus trace: adam: there is no hyper-parameter 'beta3'; did you mean beta1? ",
                "trace adam:beta1=1               | gradus trace: adam: beta1 must be at least 0 and less than 1, found 1.0",
                "trace adam:beta1                 | gradus trace: 'adam:beta1': behind the colon stand names and numbers, as in adam:beta1=0.8,epsilon=1e-6; found 'beta1'",
                "trace adam --steps 0             | gradus trace: --steps: must be at least 1, found 0",
                "trace adam --start 1             | gradus trace: rosenbrock: a start needs 2 numbers, found 1",
                "trace adam --learning-rate -1    | gradus trace: learning rate: η must be a finite number, more than 0, found -1.0",
                "trace adam --format pdf          | gradus trace: --format: there is no 'pdf'; choose from text, csv, json, html",
                "diff adam                        | gradus diff: Missing required parameter: 'RULE'",
                "diff adam sgdn                   | gradus diff: there is no rule 'sgdn'; did you mean sgd? ",
                "explain quick                    | gradus explain: there is no rule, schedule or problem 'quick'; "
            })
    void badInputGetsOneSentenceAndStatus2(String command, String start) {
        Cli bad = gradus(command.strip().split(" +"));
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).startsWith(start.strip());
        assertThat(bad.out()).isEmpty();
    }
}
