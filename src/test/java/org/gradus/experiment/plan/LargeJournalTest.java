package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("heavy")
class LargeJournalTest {
    private static final RunListener NOBODY = new RunListener() {};

    @TempDir
    private Path folder;

    @Test
    void tenThousandRunsAreRead() throws IOException, InterruptedException {
        Plan one = Plan.of(RunSpec.of("data=iris epochs=20 rule=adam:beta1=0.8 schedule=cosine"));
        RunResult result =
                new Runner(new DataShelf(), 1).run(one, NOBODY).runs().get(0);
        Plan many = one.over(Settings.SEED, LongStream.range(0, 10_000).boxed().toList());
        List<RunSpec> runs = many.runs();
        StringBuilder lines = new StringBuilder(JournalFile.head(one.base(), runs)).append('\n');
        String line = RunLine.json(result);
        runs.forEach(spec -> lines.append(line.replace("seed=1 ", "seed=" + spec.get(Settings.SEED) + " "))
                .append('\n'));
        Path file = folder.resolve("runs.jsonl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
        try (Journal journal = Journal.open(file, many)) {
            assertThat(journal.results()).hasSize(10_000);
        }
        assertThat(Journal.read(file).runs()).hasSize(10_000);
    }
}
