package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Metric;
import org.gradus.train.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class ResultFileTest {
    private static final RunSpec SMALL = RunSpec.of("data=iris hidden=4 epochs=2");
    private static Results results;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        Plan plan = Plan.of(SMALL).overEach(List.of("rule=adam", "rule=sgd learning-rate=1e100", "data=csv:nowhere"));
        results = new Runner(new DataShelf(), 1).run(plan, new RunListener() {});
    }

    private Path written() throws IOException {
        return ResultFile.of("gradus compare --data iris", results).write(folder);
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Path file = written();
        assertThat(file).isEqualTo(folder.resolve("result.json"));
        ResultFile read = ResultFile.read(file);
        assertThat(read).isEqualTo(ResultFile.of("gradus compare --data iris", results));
        assertThat(ResultFile.read(folder)).isEqualTo(read);
        assertThat(read.fingerprint()).isEqualTo(results.fingerprint());
        assertThat(read.runs())
                .extracting(RunSummary::ending)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("completed"),
                        second -> assertThat(second).startsWith("diverged at step "),
                        third -> assertThat(third)
                                .startsWith("failed: ")
                                .endsWith("cannot be read: there is no such file"));
        assertThat(read.runs()).allMatch(RunSummary::isRepeatable);
        assertThat(read).hasToString("result of 3 runs, fingerprint " + results.fingerprint());
        assertThat(Files.readAllLines(file)).hasSize(6 + 3 + 1);
    }

    @Test
    void everyResultCarriesWhatItComesFrom() throws IOException {
        String text = Files.readString(written());
        RunResult first = results.runs().get(0);
        assertThat(text)
                .contains("\"format\":\"gradus result 1\"", "\"command\":\"gradus compare --data iris\"")
                .contains("\"gradus\":\"", "\"java\":\"", "\"kernel\":\"", "\"machine\":\"")
                .contains("\"run\":\"data=iris label=\\\"\\\" ", "\"data\":\"" + first.data() + "\"")
                .contains("\"fingerprint\":\"" + first.fingerprint() + "\"")
                .contains(
                        "csv:" + Path.of("nowhere").toAbsolutePath().toString().replace("\\", "\\\\"));
    }

    /** Also those that decimal text easily loses: a zero's sign, the last bit, NaN and infinities. */
    @Test
    void numbersKeepEveryBit() throws IOException {
        for (double loss : new double[] {
            -0.0, 0, Math.nextUp(0.1), 1e-8, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
        }) {
            RunSummary read = roundTrip(new Evaluation(loss, Map.of(Metric.R_SQUARED, -loss)));
            Evaluation validation = read.trained().get("validation");
            assertThat(Double.doubleToLongBits(validation.loss())).isEqualTo(Double.doubleToLongBits(loss));
            assertThat(validation.get(Metric.R_SQUARED)).isEqualTo((Double) (-loss));
        }
    }

    private RunSummary roundTrip(Evaluation validation) throws IOException {
        EpochMetrics epoch = new EpochMetrics(1, Optional.empty(), validation, Optional.empty());
        return roundTrip(new History(List.of(), List.of(epoch), new Outcome.Completed()));
    }

    private RunSummary roundTrip(History history) throws IOException {
        RunResult result = new RunResult(
                SMALL, "id", "data", history, Optional.empty(), Optional.empty(), "print", 0, Map.of("java", "17"));
        ResultFile.of("", new Results(List.of(result))).write(folder);
        return ResultFile.read(folder).runs().get(0);
    }

    @Test
    void whatHasNotEndedIsRecordedAsSuch() throws IOException {
        assertThat(roundTrip(new History(List.of(), List.of(), new Outcome.Interrupted(12)))
                        .isRepeatable())
                .isFalse();
        RunSummary begun = roundTrip(new History(List.of(), List.of(), new Outcome.Unfinished()));
        assertThat(begun.isRepeatable()).isFalse();
        assertThat(begun.ending()).isEqualTo("unfinished");
        assertThat(roundTrip(new History(List.of(), List.of(), new Outcome.Stopped(7, 3)))
                        .isRepeatable())
                .isTrue();
    }

    @Test
    void environmentsOfSeveralMachinesAreAllThere() {
        List<RunResult> runs = List.of(results.runs().get(0), elsewhere("25"), elsewhere("17"), elsewhere("25"));
        assertThat(ResultFile.of("", new Results(runs)).environment().get("java"))
                .isEqualTo(System.getProperty("java.runtime.version") + ", 25, 17");
    }

    private static RunResult elsewhere(String java) {
        RunResult run = results.runs().get(0);
        return new RunResult(
                run.spec(),
                run.id(),
                run.data(),
                run.history(),
                run.test(),
                run.failure(),
                run.fingerprint(),
                1,
                Map.of("java", java));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gradus result 1 | gradus result 2 | : its format is 'gradus result 2', and this version reads 'gradus result 1'; use the version of gradus that wrote it",
                "gradus result 1 | gradus journal 1 | : it is JSON, but no result of gradus; give the result.json that a command wrote",
                "\"format\" | \"kind\" | : it is JSON, but no result of gradus; give the result.json that a command wrote",
                "\"command\" | \"comand\" | : its parts are not those of a result; bring the file back as it was written",
                "\"runs\":[ | \"more\":1,\"runs\":[ | : its parts are not those of a result; bring the file back as it was written",
                "\"environment\":{ | \"environment\":7,\"was\":{ | : its parts are not those of a result; bring the file back as it was written",
                "\"gradus\":\" | \"gradus\":[],\"was\":\" | : a part of it is of another kind than gradus writes; bring the file back as it was written",
                "{\"run\":\" | {\"ran\":\" | , run 1: it lacks the run's description; bring the file back as it was written",
                "\"id\": | \"idea\": | , run 1: it lacks a part, or has one that gradus does not write; bring the file back as it was written",
                "\"id\":\" | \"id\":[],\"was\":\" | , run 1: it lacks a part, or has one that gradus does not write; bring the file back as it was written",
                "\"loss\": | \"lost\": | , run 1: it lacks a part, or has one that gradus does not write; bring the file back as it was written",
                "\"end\":\"completed\" | \"end\":\"compleated\" | , run 1: it lacks a part, or has one that gradus does not write; bring the file back as it was written",
                "\"loss\": | \"loss\":\"much\",\"was\": | , run 1: it lacks a part, or has one that gradus does not write; bring the file back as it was written",
                "'dropout=0 ' | '' | , run 1: it lacks the setting dropout, as a record of another version does; use the version of gradus that wrote the file (VERSION)",
                "'dropout=0 ' | 'dropuot=0 ' | , run 1: there is no setting 'dropuot'; did you mean dropout? ",
                "epochs=2 | epochs=3 | : it was changed after it was written, its checksum says; bring the file back as it was written",
                "\"loss\":1 | \"loss\":2 | : it was changed after it was written, its checksum says; bring the file back as it was written",
                "compare | campare | : it was changed after it was written, its checksum says; bring the file back as it was written",
                "\"java\":\" | \"java\":\"9 | : it was changed after it was written, its checksum says; bring the file back as it was written",
                "\"step\":3 | \"step\":4 | : it was changed after it was written, its checksum says; bring the file back as it was written",
                "\"checksum\":\" | \"checksum\":[],\"was\":\" | : its parts are not those of a result; bring the file back as it was written",
            })
    void whatIsNoResultIsRefusedInASentence(String from, String to, String message) throws IOException {
        Path file = written();
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + message.replace("VERSION", "not from a jar"));
    }

    /** Nor can a fingerprint be changed, be it that of a run, of all, or the checksum's own. */
    @Test
    void oneBitOfAFingerprintIsSeen() throws IOException {
        Path file = written();
        String before = Files.readString(file);
        List<String> prints = before.lines()
                .filter(line -> line.contains("fingerprint\":\"") || line.startsWith("\"checksum"))
                .toList();
        assertThat(prints).hasSize(2 + 3);
        for (String line : prints.subList(0, 4)) { // the last run failed and has none
            int last = line.lastIndexOf('"') - 1;
            String other = Integer.toHexString(Character.digit(line.charAt(last), 16) ^ 1);
            Files.writeString(file, before.replace(line, line.substring(0, last) + other + line.substring(last + 1)));
            assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining("it was changed after it was written");
        }
    }

    /** Line ends and blanks are not what it says. */
    @Test
    void anotherLayoutIsTheSameResult() throws IOException {
        Path file = written();
        ResultFile before = ResultFile.read(file);
        Files.writeString(
                file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n").replace(":{", " : { "));
        assertThat(ResultFile.read(file)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "no", "3", "{\"format\":", "{} {}"})
    void whatIsNoJsonObjectIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), text);
        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        file
                                + ": it is no JSON object, or only a part of one; give the result.json that a command wrote, as it was written");
    }

    @Test
    void everyPartOfAFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Path file = folder.resolve("part.json");
        for (int length = 0; length < whole.length - 1; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ResultFile.read(file)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void otherEncodingsAndNoFileAreRefused() throws IOException {
        Path file = written();
        String text = Files.readString(file).replace("nowhere", "nöwhere");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ResultFile.read(file))
                .hasMessage(
                        file
                                + ", line 9: expected text in UTF-8, found the byte 0xf6, as in a file of an older encoding; save the file as UTF-8");
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> ResultFile.read(none))
                .hasMessage(
                        none
                                + " cannot be read: there is no such file; give the result.json that a command wrote, or its folder");
    }

    @Test
    void aFileWithoutRunsIsRefused() throws IOException {
        Path file = ResultFile.of("", new Results(List.of())).write(folder);
        assertThatThrownBy(() -> ResultFile.read(file))
                .hasMessage(file + ": it has no runs, so there is nothing to run again");
    }
}
