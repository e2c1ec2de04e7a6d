package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.cli.terminal.Signals;
import org.gradus.experiment.plan.ResultFile;
import org.gradus.experiment.plan.RunSummary;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands leave as {@code result.json}, and the command that runs it again. */
@InEveryLocale
class ReproduceTest {
    private static final String SMALL = " --data iris --hidden 4 --batch-size 64 --epochs 2 --quiet";

    @TempDir
    private Path folder;

    private Cli run(String command, String out) {
        return gradus((command + " --out " + folder.resolve(out)).split(" "));
    }

    private Cli reproduce(String out, String... more) {
        return gradus(Stream.concat(Stream.of("reproduce", folder.resolve(out).toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private ResultFile result(String out) {
        return ResultFile.read(folder.resolve(out));
    }

    /** Writes a result with other runs or another environment, as if it had been like that. */
    private void rewrite(String out, List<RunSummary> runs, Map<String, String> environment) throws IOException {
        new ResultFile("", runs, environment).write(folder.resolve(out));
    }

    private static RunSummary withFingerprint(RunSummary run, String fingerprint) {
        return new RunSummary(
                run.spec(),
                run.id(),
                run.data(),
                run.outcome(),
                run.failure(),
                run.untrained(),
                run.trained(),
                fingerprint);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void theRunsOfAComparisonHaveTheSameBitsAgain() throws IOException {
        Cli compare = run("compare --seeds 2" + SMALL, "c");
        assertThat(compare.out().strip())
                .isEqualTo("fingerprint: " + result("c").fingerprint());
        List<String> before = files();
        Cli again = reproduce("c", "--threads", "2");
        assertThat(again.status()).isZero();
        assertThat(again.out().lines())
                .containsExactly(
                        "run  settings                             again",
                        "  1  seed=1 rule=adam learning-rate=0.02  same bits",
                        "  2  seed=2 rule=adam learning-rate=0.02  same bits",
                        "  3  seed=1 rule=sgdm learning-rate=0.1   same bits",
                        "  4  seed=2 rule=sgdm learning-rate=0.1   same bits",
                        "the bits agree, in 4 of 4 runs");
        assertThat(again.err().lines()).hasSize(4).last().asString().startsWith(" 4 of 4: rule=");
        assertThat(files()).isEqualTo(before);
        assertThat(reproduce("c/result.json", "--quiet"))
                .isEqualTo(new Cli(0, "the bits agree, in 4 of 4 runs%n".formatted(), ""));
    }

    @Test
    void oneRunCanBeChosenByNumberOrId() {
        run("compare --seeds 2" + SMALL, "c");
        assertThat(reproduce("c", "--only", "3").out()).contains("  3  data=iris ", "the bits agree, in 1 of 1 runs");
        String id = result("c").runs().get(1).id();
        assertThat(reproduce("c", "--only", id).out()).contains("  2  data=iris seed=2 ");
        for (String none : List.of("0", "5", "٣", "-1", "x", "")) {
            Cli refused = reproduce("c", "--only", none);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("gradus reproduce: --only: there is no run '" + none
                            + "'; give a number from 1 to 4, or an id that stands in the file");
        }
    }

    @Test
    void oneBitOfOneRunIsSeen() throws IOException {
        run("compare --seeds 2" + SMALL, "c");
        List<RunSummary> runs = new ArrayList<>(result("c").runs());
        RunSummary third = runs.get(2);
        String print = third.fingerprint();
        String other = print.substring(0, 15) + Integer.toHexString(Character.digit(print.charAt(15), 16) ^ 1);
        runs.set(2, withFingerprint(third, other));
        Map<String, String> environment = new LinkedHashMap<>(result("c").environment());
        rewrite("c", runs, environment);
        Cli again = reproduce("c");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out().lines().toList().subList(2, 5))
                .satisfiesExactly(
                        second -> assertThat(second).endsWith("same bits"),
                        changed -> assertThat(changed)
                                .endsWith("the last numbers agree, but some on the way there do not: fingerprint "
                                        + other + " then, " + print + " now"),
                        fourth -> assertThat(fourth).endsWith("same bits"));
        assertThat(again.out()).endsWith("the bits do not agree, in 1 of 4 runs%n".formatted());
    }

    @Test
    void anotherEnvironmentIsSaidAndNotRefused() throws IOException {
        run("train" + SMALL, "t");
        Map<String, String> environment = new LinkedHashMap<>(result("t").environment());
        environment.put("java", "11");
        environment.put("kernel", "abacus");
        rewrite("t", result("t").runs(), environment);
        Cli again = reproduce("t");
        assertThat(again.status()).isZero();
        assertThat(again.out().lines().toList().subList(2, 5))
                .satisfiesExactly(
                        java -> assertThat(java)
                                .isEqualTo(
                                        "java: 11 then, %s now".formatted(System.getProperty("java.runtime.version"))),
                        kernel -> assertThat(kernel).startsWith("kernel: abacus then, "),
                        verdict -> assertThat(verdict).isEqualTo("the bits agree, in 1 of 1 runs"));
    }

    /** The same run is the same result, whichever command makes it. */
    @Test
    void trainAndCompareHaveTheSameFingerprint() {
        String more = SMALL + " --rule sgdm --seed 3 --dropout 0.1 --schedule cosine";
        run("train" + more, "t");
        run("compare" + more, "c");
        assertThat(result("t").runs()).isEqualTo(result("c").runs());
        assertThat(result("t").fingerprint()).isEqualTo(result("c").fingerprint());
        assertThat(result("t").command()).startsWith("gradus train --data iris --hidden 4 ");
        assertThat(reproduce("t").status()).isZero();
    }

    @Test
    void aTrainingThatGoesOnHasTheResultOfAnUndisturbedOne() throws IOException {
        Signals pressed = action -> {
            action.run();
            return () -> {};
        };
        String[] train = ("train" + SMALL + " --out " + folder.resolve("t")).split(" ");
        assertThat(gradus(pressed, train).status()).isEqualTo(130);
        assertThat(result("t").runs().get(0).ending()).isEqualTo("interrupted after step 0");
        Cli early = reproduce("t");
        assertThat(early.status()).isEqualTo(1);
        assertThat(early.err()).isEmpty();
        assertThat(early.out())
                .contains("not to be compared: it was recorded before its end, interrupted after step 0")
                .contains("the bits do not agree, in 1 of 1 runs");
        assertThat(run("train --resume --quiet", "t").status()).isZero();
        String resumed = Files.readString(folder.resolve("t/result.json"));
        assertThat(run("train" + SMALL + " --overwrite", "t").status()).isZero();
        assertThat(folder.resolve("t/result.json")).hasContent(resumed);
        assertThat(run("train --resume --quiet", "t").status()).isZero(); // nothing is left to do
        assertThat(folder.resolve("t/result.json")).hasContent(resumed);
        assertThat(run("train --resume --epochs 3 --quiet", "t").status()).isZero();
        assertThat(result("t").command())
                .matches("gradus train --data iris .* && gradus train --resume --epochs 3 --quiet --out .*");
        assertThat(reproduce("t").out()).contains("epochs=3", "same bits");
    }

    /** Whatever kills it, what there is says that it is not the end. */
    @Test
    void aTrainingThatIsKilledHasAResultThatSaysSo() {
        Signals look = action -> {
            assertThat(result("t").runs().get(0).ending()).isEqualTo("unfinished");
            return () -> {};
        };
        assertThat(gradus(look, ("train" + SMALL + " --out " + folder.resolve("t")).split(" "))
                        .status())
                .isZero();
        assertThat(result("t").runs().get(0).ending()).isEqualTo("completed");
    }

    @Test
    void divergedAndFailedRunsAreReproducedToo() throws IOException {
        run("compare --rules sgd --learning-rate 1e100 --seeds 1" + SMALL, "d");
        assertThat(result("d").runs().get(0).ending()).startsWith("diverged at step ");
        assertThat(reproduce("d").out()).contains("same bits");
        Path csv = Files.writeString(folder.resolve("a.csv"), "a,label\n" + "1,x\n2,y\n".repeat(20));
        Cli failed =
                run("compare --epochs 1 --quiet --seeds 1 --data csv:" + csv + " --vary hidden=4;900000,900000", "f");
        assertThat(failed.status()).isEqualTo(1);
        Cli again = reproduce("f");
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("hidden=4 ", "same bits", "failed again: hidden=900000,900000: makes ");
    }

    @Test
    void otherDataIsSaidBeforeTraining() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a,label\n" + "1,x\n2,y\n".repeat(20));
        String train = "train --epochs 1 --hidden 4 --quiet --data csv:" + csv;
        run(train, "t");
        assertThat(reproduce("t").status()).isZero();
        Files.writeString(csv, "a,label\n" + "1,x\n3,y\n".repeat(20));
        Cli other = reproduce("t");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).isEmpty();
        assertThat(other.err())
                .matches(
                        "(?s)gradus reproduce: data: csv:\\Q%s\\E is not what the runs learned from \\(fingerprint [0-9a-f]{16} then, [0-9a-f]{16} now\\); bring that back, or, if it is elsewhere now, say where by --data or --start-from\\R"
                                .formatted(csv));
        Files.delete(csv);
        assertThat(reproduce("t"))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "gradus reproduce: %s cannot be read: there is no such file; if it is elsewhere now, say where by --data or --start-from%n"
                                .formatted(csv)));
    }

    @Test
    void dataAndWeightsThatHaveMovedAreFound() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a,label\n" + "1,x\n2,y\n".repeat(20));
        String train = "train --epochs 1 --hidden 4 --quiet --data csv:" + csv;
        run(train, "first");
        Path weights = Files.move(folder.resolve("first/model.safetensors"), folder.resolve("w.safetensors"));
        run(train + " --start-from " + weights, "t");
        String id = result("t").runs().get(0).id();
        Path moved = Files.move(csv, folder.resolve("b.csv"));
        Path movedWeights = Files.move(weights, folder.resolve("v.safetensors"));
        assertThat(reproduce("t").status()).isEqualTo(1);
        Cli again = reproduce("t", "--data", "csv:" + moved, "--start-from", movedWeights.toString());
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("data=csv:" + moved, "same bits");
        assertThat(reproduce("t", "--only", id, "--data", "csv:" + moved).err())
                .contains("if it is elsewhere now, say where by --data or --start-from");
        assertThat(reproduce("t", "--data", "iris").err())
                .startsWith("gradus reproduce: --data: iris cannot stand for what the runs have, which is csv:" + csv
                        + "; give a file of that kind, or leave it out");
        assertThat(reproduce("first", "--start-from", movedWeights.toString()).err())
                .startsWith(
                        "gradus reproduce: --start-from: " + movedWeights
                                + " cannot stand for what the runs have, which is none; give a file of that kind, or leave it out");
    }

    @Test
    void ctrlCEndsIt() {
        run("compare --seeds 2" + SMALL, "c");
        Signals pressed = action -> {
            action.run();
            return () -> {};
        };
        Cli cut = gradus(pressed, "reproduce", folder.resolve("c").toString(), "--quiet");
        assertThat(cut).isEqualTo(new Cli(130, "", "interrupted; nothing was written: start it anew%n".formatted()));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reproduce | Missing required parameter: 'FILE'",
                "reproduce nowhere | nowhere cannot be read: there is no such file; give the result.json that a command wrote, or its folder",
                "reproduce pom.xml | pom.xml: it is no JSON object, or only a part of one; give the result.json that a command wrote, as it was written",
                "reproduce a b | 'b' is one word too many; quote what belongs together",
                "reproduce --onyl 3 a | there is no option '--onyl'; did you mean --only? 'gradus reproduce --help' lists the options",
            })
    void wrongUsageIsOneClearLineAndStatusTwo(String command, String message) {
        Cli refused = gradus(command.split(" "));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .containsExactly("gradus reproduce: " + message, "Try 'gradus reproduce --help'.");
    }

    /** Where a reader of the page sees the fingerprint, there is what to type, and in each picture too. */
    @Test
    void thePageAndThePicturesSayHow() throws IOException {
        run("compare --seeds 1" + SMALL, "c d".replace(" ", "'"));
        String command = "gradus reproduce '" + folder.resolve("c'\\''d/result.json") + "'";
        String page = Files.readString(folder.resolve("c'd/index.html"));
        String escaped = command.replace("'", "&#39;");
        assertThat(page.replace("'", "&#39;"))
                .contains("Equal fingerprints mean equal bits; this runs all again and tells whether they agree: <code>"
                        + escaped + "</code>");
        assertThat(Files.readString(folder.resolve("c'd/validation-loss.svg")))
                .contains("gradus-reproduce", "gradus-command", "gradus-fingerprint");
        assertThat(page).contains("<meta name=\"gradus-command\" content=\"gradus compare --seeds 1 --data iris ");
    }

    @Test
    void aWarningOfAComparisonIsGivenOnceForAllItsSeeds() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "a,label\n1,z\n" + "1,x\n2,y\n".repeat(20));
        Cli compare = run("compare --epochs 1 --progress none --seeds 8 --hidden 4 --data csv:" + csv, "c");
        List<String> warnings = compare.err().lines().toList();
        assertThat(warnings).isNotEmpty().doesNotHaveDuplicates();
        assertThat(warnings.stream().map(line -> line.replaceFirst(".* leaves", "leaves")))
                .doesNotHaveDuplicates()
                .anyMatch(
                        line -> line.equals(
                                "leaves out classes: no example of class 'z' in validation; no example of class 'z' in test; split stratified, by --stratify yes"));
        assertThat(String.join("", warnings)).containsPattern("the split of seed \\d, \\d.* leaves out");
    }
}
