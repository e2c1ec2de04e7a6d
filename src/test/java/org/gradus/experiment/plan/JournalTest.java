package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class JournalTest {
    private static final RunListener NOBODY = new RunListener() {};
    private static final Plan PLAN = Plan.of(RunSpec.of("data=iris hidden=8 batch-size=64 epochs=2"))
            .overEach(List.of("rule=adam", "rule=sgd learning-rate=1e100"))
            .over(Settings.SEED, 1L, 2L);

    @TempDir
    private Path folder;

    private static Results run(Journal journal, List<RunSpec> started) throws InterruptedException {
        return new Runner(new DataShelf(), 1).keepingSteps().run(journal, new RunListener() {
            @Override
            public void onRun(RunResult result) {
                started.add(result.spec());
            }
        });
    }

    private Results run(List<RunSpec> started) throws IOException, InterruptedException {
        try (Journal journal = Journal.open(file(), PLAN)) {
            return run(journal, started);
        }
    }

    private Path file() {
        return folder.resolve("runs/runs.jsonl");
    }

    @Test
    void aRestartRunsNothingAgainAndHasTheSameResults() throws IOException, InterruptedException {
        List<RunSpec> first = new ArrayList<>();
        Results results = run(first);
        assertThat(first).hasSize(4);
        List<RunSpec> second = new ArrayList<>();
        assertThat(run(second)).isEqualTo(results); // every number, also those of the diverged runs
        assertThat(second).isEmpty();
        assertThat(Journal.read(file()).runs()).containsExactlyInAnyOrderElementsOf(results.runs());
        assertThat(Journal.read(file()).by(Settings.RULE))
                .extracting(RunGroup::name)
                .containsExactlyInAnyOrder("adam", "sgd");
    }

    @Test
    void aTornLastLineIsCutOffAndItsRunIsRunAgain() throws IOException, InterruptedException {
        Results results = run(new ArrayList<>());
        byte[] whole = Files.readAllBytes(file());
        for (int lost : new int[] {1, 2, 100}) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - lost));
            List<RunSpec> again = new ArrayList<>();
            try (Journal journal = Journal.open(file(), PLAN)) {
                assertThat(journal.repair())
                        .hasValue(
                                "journal " + file()
                                        + ": its last line was not complete, as if the process had ended while it was written; it was cut off, and the run is missing");
                assertThat(run(journal, again).fingerprint()).isEqualTo(results.fingerprint());
            }
            assertThat(again).hasSize(1);
        }
        Files.writeString(file(), Files.readString(file()) + "\0\0\0\n"); // room that was taken, but not written
        try (Journal journal = Journal.open(file(), PLAN)) {
            assertThat(journal.repair()).isPresent();
            assertThat(journal.results()).hasSize(4);
        }
        try (Journal journal = Journal.open(file(), PLAN)) {
            assertThat(journal.repair()).isEmpty();
        }
    }

    @Test
    void damageInTheMiddleIsRefused() throws IOException, InterruptedException {
        run(new ArrayList<>());
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.set(2, lines.get(2).substring(5));
        Files.write(file(), lines);
        assertThatThrownBy(() -> Journal.open(file(), PLAN))
                .hasMessage("journal " + file()
                        + ", line 3: is no record of a run; mend it, or move the file away to start anew");
    }

    @Test
    void aJournalOfAnotherPlanIsRefusedAndStaysAsItIs() throws IOException, InterruptedException {
        run(new ArrayList<>());
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Journal.open(file(), PLAN.over("epochs=2,3")))
                .hasMessageStartingWith(
                        "journal " + file()
                                + ": it is one of another plan, with 4 runs from 'data=iris hidden=8 epochs=2'; take another file");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void onlyOneCanHaveItOpen() throws IOException {
        try (Journal journal = Journal.open(file(), PLAN)) {
            assertThat(journal).hasToString("journal " + file() + ", 0 of 4 runs");
            assertThatThrownBy(() -> Journal.open(file(), PLAN))
                    .hasMessageEndingWith(
                            "it is being written by another process; wait until that has ended, or take another file");
        }
    }

    @Test
    void otherDataIsRefused() throws IOException, InterruptedException {
        Path csv = Files.writeString(folder.resolve("x.csv"), "a,label\n" + "1,x\n2,y\n3,x\n4,y\n".repeat(5));
        Plan plan = Plan.of(RunSpec.of("epochs=1")).over(Settings.DATA, "iris", "csv:" + csv);
        try (Journal journal = Journal.open(file(), plan)) {
            new Runner(new DataShelf(), 1).run(journal, NOBODY);
        }
        Files.writeString(csv, "a,label\n" + "1,x\n2,y\n3,x\n5,y\n".repeat(5));
        try (Journal journal = Journal.open(file(), plan)) {
            assertThatThrownBy(() -> new Runner(new DataShelf(), 1).run(journal, NOBODY))
                    .hasMessageStartingWith("journal " + file() + ": its runs learned from other data (fingerprint ");
        }
    }

    @Test
    void aRunThatFailedIsRecordedWithItsReasonAndTriedAgain() throws IOException, InterruptedException {
        Path csv = folder.resolve("x.csv");
        Plan plan = Plan.of(RunSpec.of(Map.of("data", "csv:" + csv, "epochs", 1)));
        try (Journal journal = Journal.open(file(), plan)) {
            new Runner(new DataShelf(), 1).run(journal, NOBODY);
        }
        assertThat(Journal.read(file()).runs().get(0).failure())
                .hasValue(csv + " cannot be read: there is no such file");
        Files.writeString(csv, "a,label\n" + "1,x\n2,y\n3,x\n4,y\n".repeat(5));
        try (Journal journal = Journal.open(file(), plan)) {
            assertThat(new Runner(new DataShelf(), 1).run(journal, NOBODY).failed())
                    .isEmpty();
        }
        assertThat(Journal.read(file()).failed()).isEmpty();
    }

    private void change(String from, String to) throws IOException {
        String before = Files.readString(file());
        assertThat(before).contains(from);
        Files.writeString(file(), before.replace(from, to));
    }

    /** Today's usual value is perhaps not the one that the run had. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'dropout=0 ' | '' | it lacks the setting dropout, as a record of another version does",
                "'beta2=0.999,' | '' | it has rule=adam:beta1=0.9,epsilon=1e-8, which this version takes for rule=adam:beta1=0.9,beta2=0.999,epsilon=1e-8",
                "'dropout=0 ' | 'dropuot=0 ' | there is no setting 'dropuot'; did you mean dropout? ",
            })
    void aRecordOfAnotherVersionIsRefused(String from, String to, String message)
            throws IOException, InterruptedException {
        run(new ArrayList<>());
        change(from, to);
        assertThatThrownBy(() -> Journal.read(file()))
                .hasMessageStartingWith("journal " + file() + ", line 2: " + message)
                .hasMessageEndingWith("; mend it, or move the file away to start anew");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"run\":\"  | \"ran\":\"",
                "\"seconds\":  | \"time\":",
                "\"id\":\"  | \"id\":null,\"was\":\"",
                "\"epochs\":[ | \"epochs\":[3,",
                "\"end\":\"completed\" | \"end\":\"compleated\"",
            })
    void aLineThatIsNoResultIsRefused(String from, String to) throws IOException, InterruptedException {
        run(new ArrayList<>());
        change(from, to);
        assertThatThrownBy(() -> Journal.read(file()))
                .hasMessage("journal " + file()
                        + ", line 2: is no record of a run; mend it, or move the file away to start anew");
    }

    @Test
    void aFileWithAnotherHeadIsNoJournal() throws IOException, InterruptedException {
        run(new ArrayList<>());
        change("\"plan\":", "\"plane\":");
        assertThatThrownBy(() -> Journal.open(file(), PLAN))
                .hasMessage("journal " + file()
                        + ": it does not begin as a journal of this version (gradus journal 1); take another file");
    }
}
