package org.gradus.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class RunRecordTest {
    private static final String RUN =
            "data=moons hidden=8 rule=cycled(sgdm) schedule=cosine learning-rate=0.1 epochs=3";

    @TempDir
    private Path folder;

    private static RunRecord record(String run) {
        return RunRecord.of(new RunRecipe(RunSpec.of(run), new DataShelf()));
    }

    private void change(String from, String to) throws IOException {
        Path file = folder.resolve("run.yaml");
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        record(RUN).write(folder);
        assertThat(RunRecord.read(folder)).isEqualTo(record(RUN));
        assertThat(RunSpec.read(folder.resolve("run.yaml"))).isEqualTo(RunSpec.of(RUN));
    }

    /** 300 examples in mini-batches of 64 are 5 updates an epoch. */
    @Test
    void whatFollowsFromTheNumberOfUpdatesStandsBesideTheSettings() {
        RunRecord record = record(RUN);
        assertThat(record.spec().text(Settings.SCHEDULE)).isEqualTo("cosine");
        assertThat(record.inFull().get("schedule")).contains("steps=15");
        assertThat(record.inFull().get("rule")).contains("steps=15").startsWith("cycled(sgdm):");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'dropout: ' | '# ' | it lacks the setting dropout, as a record of another version does; start the run anew with --config ",
                "'high=0.95,low' | 'low' | it has rule=cycled(sgdm):low=0.85,share=0.45, which this version takes for rule=cycled(sgdm):high=0.95,low=0.85,share=0.45; start ",
                "'fingerprint-of-data:' | 'print-of-data:' | it lacks the fingerprint-of-data; it is a description, not the record of a run",
            })
    void aRecordThatDoesNotSayAllIsRefused(String from, String to, String message) throws IOException {
        record(RUN).write(folder);
        change(from, to);
        assertThatThrownBy(() -> RunRecord.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("run.yaml") + ": " + message);
    }

    /** Whatever a rule's or a schedule's number is when it is not given may change from one version to the next. */
    @Test
    void otherNumbersThatFollowAreRefused() throws IOException {
        record(RUN).write(folder);
        change("steps=15", "steps=14");
        RunRecord there = RunRecord.read(folder);
        assertThatThrownBy(() -> there.requireSame(record(RUN)))
                .hasMessageStartingWith("rule: the run was begun with cycled(sgdm):high=0.95,low=0.85,steps=14,")
                .hasMessageContaining(", which this version takes for cycled(sgdm):high=0.95,low=0.85,steps=15,")
                .hasMessageEndingWith("; start it anew in another folder");
    }

    @ParameterizedTest
    @CsvSource({
        "test-share=0.3",
        "stratify=yes",
        "activation=tanh",
        "normalization=layer",
        "dropout=0.5",
        "schedule=cosine:etaMin=0.01",
        "rule=cycled(sgdm):low=0.8",
        "body-rate=0.5",
        "clip-norm=1",
        "gradient-noise=0.1",
        "accumulate=2",
        "average=0.9",
        "evaluate-every=2",
        "shuffle=no",
        "label-smoothing=0.1",
        "patience=4",
    })
    void onlyTheEpochsMayDiffer(String change) {
        RunRecord there = record(RUN);
        assertThatThrownBy(() ->
                        there.requireSame(record(RunSpec.of(RUN).with(change).text())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(change.replaceFirst("=.*", ": it is "))
                .hasMessageContaining("only epochs may differ");
        assertThatCode(() -> there.requireSame(
                        record(RunSpec.of(RUN).with("epochs=9").text())))
                .doesNotThrowAnyException();
    }
}
