package org.gradus.view.duel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.plan.RunResult;
import org.gradus.view.Artifact;
import org.gradus.view.Markup;
import org.gradus.view.Page;
import org.gradus.view.Picture;
import org.gradus.view.Receipt;

/**
 * The page about a duel: the verdicts, the pictures, and every number they rest on.
 *
 * @param result what came out
 * @param receipt where it is from
 */
public record DuelReport(DuelResult result, Receipt receipt) {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 440;

    /**
     * Writes {@code index.html}, the pictures, and the tables as CSV. They are made in memory first; each is written under a temporary name and
     * moved, the page last.
     *
     * @param folder where to; made if it is missing
     * @return the page
     * @throws IOException if a file cannot be written
     */
    public Path write(Path folder) throws IOException {
        DuelTables tables = new DuelTables(result);
        Receipt whole = whole();
        List<Artifact> files = new ArrayList<>();
        StringBuilder figures = new StringBuilder();
        for (Picture picture : new DuelPictures(result).all()) {
            figures.append(picture.html(WIDTH, HEIGHT));
            files.addAll(picture.files(WIDTH, HEIGHT, whole));
        }
        files.add(Artifact.table("pairs.csv", tables.pairs()));
        files.add(Artifact.table("verdicts.csv", tables.statistics()));
        files.add(Artifact.table("trials-1.csv", tables.trials(result.tuning().first())));
        files.add(Artifact.table("trials-2.csv", tables.trials(result.tuning().second())));
        files.add(Artifact.table("runs.csv", tables.runs()));
        files.add(Artifact.page(
                "index.html", Page.of(title(), body(figures.toString(), tables)).withReceipt(whole)));
        List<Path> written = Artifact.writeAll(folder, files);
        return written.get(written.size() - 1);
    }

    private Receipt whole() {
        List<RunResult> runs = Stream.of(result.tuning().results(), result.judging())
                .flatMap(results -> results.runs().stream())
                .toList();
        return receipt.withRuns(runs.stream().map(RunResult::id).toList())
                .withSeeds(runs.stream()
                        .map(run -> run.spec().get(Settings.SEED))
                        .distinct()
                        .toList())
                .withFingerprint(result.fingerprint());
    }

    private String title() {
        return "%s against %s"
                .formatted(result.duel().first().name(), result.duel().second().name());
    }

    private String body(String figures, DuelTables tables) {
        DuelText text = new DuelText(result);
        return """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <h2>Verdicts</h2>
                %s
                <h2>Numbers</h2>
                <p class="lead">Median over the pairs, and in parentheses the quartiles.</p>
                %s
                %s
                <div class="charts">
                %s</div>
                <h2>What the verdicts rest on</h2>
                <p class="lead">%s</p>
                %s
                <h2>Trials</h2>
                <p class="lead">Means over the tuning seeds, on validation data.</p>
                %s
                %s
                <h2>Numbers and runs</h2>
                <p>All numbers: <a href="pairs.csv">pairs.csv</a>, <a href="verdicts.csv">verdicts.csv</a>,
                <a href="trials-1.csv">trials-1.csv</a>, <a href="trials-2.csv">trials-2.csv</a>, <a href="runs.csv">runs.csv</a>; each run
                with all that was measured: <a href="tuning.jsonl">tuning.jsonl</a>, <a href="judging.jsonl">judging.jsonl</a>. To compute
                them again and compare the bits: <code>gradus reproduce result.json</code>, in this folder. Fingerprint: %s.</p>
                """.formatted(
                        Markup.escape(title()),
                        Markup.escape(text.budget()),
                        list(text.sentences()),
                        tables.overview().html(),
                        list(text.remarks()),
                        figures,
                        explanation(),
                        tables.statistics().html(),
                        trials(tables, result.tuning().first()),
                        trials(tables, result.tuning().second()),
                        result.fingerprint());
    }

    private static String trials(DuelTables tables, Tuned tuned) {
        return "<h3>" + Markup.escape(tuned.contender().name()) + "</h3>\n"
                + tables.trials(tuned).html();
    }

    private static String list(List<String> lines) {
        return lines.stream()
                .map(line -> "<li>" + Markup.escape(line) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String explanation() {
        return """
                Differences are first less second, seed by seed; their interval is the bootstrap's. P is the share of pairs that the first wins,
                a tie counting half, with Wilson's interval. p is that of Wilcoxon's signed ranks, exact and two-sided, and then corrected by Holm
                over all questions. r is the rank-biserial correlation, from −1 to 1. A side is called better only if the corrected p is below α,
                the interval of P is clear of ½, and both agree. Seconds are the machine's; they are corrected as the others, but do not count
                among them.""";
    }
}
