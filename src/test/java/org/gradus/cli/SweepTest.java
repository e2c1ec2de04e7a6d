package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class SweepTest {
    private static final String RATES = """
            base:
              data: iris
              hidden: 4
              epochs: 1
            vary:
              learning-rate: [0.01, 0.1]
            seeds: 2
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("rates.yaml"), RATES);
        out = folder.resolve("out");
    }

    private Cli sweep(String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", file.toString(), "--out", out.toString()));
        words.addAll(List.of(more));
        return gradus(words.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        return List.of(Files.readString(out.resolve("table.csv")), Files.readString(out.resolve("runs.csv")));
    }

    @Test
    void printsTheTableAndSaysWhereThePageIs() {
        Cli run = sweep();
        assertThat(run.status()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).matches("best  0\\.[01]+ .* 0 of 2 +0 of 2");
        assertThat(lines.get(2)).startsWith("      0.");
        assertThat(lines.get(3)).isEqualTo("page: " + out.resolve("index.html").toAbsolutePath());
        assertThat(lines.get(4)).matches("fingerprint: [0-9a-f]{16}");
        assertThat(run.err().lines()).hasSize(4);
        assertThat(run.err().lines().findFirst().orElseThrow())
                .matches(" 1 of 4: 0\\.[01]+, seed \\d: validation loss [\\d.]+, accuracy [\\d.]+, \\d:\\d\\d left");
        assertThat(out.resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void aTornJournalIsRepairedAndOnlyWhatIsMissingIsRun() throws IOException {
        Cli whole = sweep("--quiet");
        List<String> before = files();
        Path journal = out.resolve("runs.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(
                journal,
                String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(9));
        Cli rest = sweep("--resume");
        assertThat(rest.err().lines())
                .hasSize(3)
                .first(STRING)
                .contains("its last line was not complete", "it was cut off, and the run is missing");
        assertThat(rest.err()).contains(" 3 of 4: ", " 4 of 4: ");
        assertThat(files()).isEqualTo(before);
        assertThat(rest.out().lines().filter(line -> !line.startsWith("page: ")))
                .containsExactlyElementsOf(whole.out().lines().toList());
    }

    @Test
    void aDryRunSaysHowManyAndHowLongAndWritesNothing() throws IOException {
        Cli dry = sweep("--dry-run");
        assertThat(dry.status()).isZero();
        assertThat(dry.out().lines().toList().get(0)).isEqualTo("4 runs over learning-rate, seed");
        assertThat(dry.out().lines().toList().get(1)).matches("about \\d:\\d\\d on [12] threads?");
        assertThat(dry.out()).contains("one run of each of 1 sizes, timed for 0.3 s");
        assertThat(out).doesNotExist();
        sweep("--quiet");
        Path journal = out.resolve("runs.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, 4));
        String bytes = Files.readString(journal);
        assertThat(sweep("--dry-run", "--resume", "--threads", "1").out())
                .contains("3 of them are done in %s, 1 are to come".formatted(out), "on 1 thread");
        assertThat(journal).hasContent(bytes);
    }

    @Test
    void aRunThatFailsIsRecordedAndTheOthersGoOn() throws IOException {
        Path none = folder.resolve("none.csv");
        Path more = Files.writeString(folder.resolve("more.csv"), "a,label\n" + "1,x\n2,y\n3,x\n4,y\n".repeat(5));
        Files.writeString(
                file,
                "base: epochs=1 hidden=none\nvary: {data: ['csv:%s', 'csv:%s']}\nseeds: 1\n".formatted(none, more));
        Cli run = sweep();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("data=csv:%s seed=1: failed: %s cannot be read: there is no such file".formatted(none, none));
        assertThat(Files.readString(out.resolve("runs.csv"))).contains("completed", "failed: ");
        Files.copy(more, none);
        Cli again = sweep("--resume");
        assertThat(again.status()).isZero();
        assertThat(again.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dry-run | FILE: vary: there is nothing to vary; give settings with values, as in 'vary: {learning-rate: [0.01, 0.1]}'",
                "--threads 0 | FILE: vary: there is nothing to vary; give settings with values, as in 'vary: {learning-rate: [0.01, 0.1]}'",
            })
    void whatTheFileLacksIsSaidBeforeAnythingIsDone(String options, String message) throws IOException {
        Files.writeString(file, "seeds: 2\n");
        Cli run = sweep(options.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .containsExactly(
                        "gradus sweep: " + message.replace("FILE", file.toString()), "Try 'gradus sweep --help'.");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(gradus("sweep", "none.yaml").err())
                .startsWith("gradus sweep: there is no file none.yaml; give the path of one that describes a sweep");
        assertThat(gradus("sweep").err()).startsWith("gradus sweep: Missing required parameter: 'FILE'");
    }

    @Test
    void theJournalOfAnotherSweepIsLeftAlone() throws IOException {
        sweep("--quiet");
        byte[] before = Files.readAllBytes(out.resolve("runs.jsonl"));
        Files.writeString(file, RATES.replace("seeds: 2", "seeds: 3"));
        for (String[] options : new String[][] {{"--resume"}, {"--resume", "--dry-run"}}) {
            Cli other = sweep(options);
            assertThat(other.status()).isEqualTo(2);
            assertThat(other.err())
                    .contains(
                            "it is one of another plan, with 4 runs from 'data=iris hidden=4 epochs=1'; take another file");
        }
        assertThat(sweep().err()).contains("--out: there is something in " + out + " already");
        assertThat(out.resolve("runs.jsonl")).hasBinaryContent(before);
    }
}
