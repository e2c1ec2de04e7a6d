package org.gradus.view.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.view.Artifact;
import org.gradus.view.Markup;
import org.gradus.view.Page;
import org.gradus.view.Picture;
import org.gradus.view.Receipt;
import org.gradus.view.Table;

/**
 * What came out of a sweep: a table for the console, and a page with charts, beside which the numbers are as CSV. None of it depends on when the
 * runs were made, how long they took, or in how many sittings.
 *
 * @param plan what was run
 * @param results what came out, in the order of the plan
 * @param receipt where it is from
 */
public record SweepReport(Plan plan, Results results, Receipt receipt) {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 440;
    private static final int MOST_ROWS = 50;
    private static final int MOST_FAILURES = 5;
    private static final int MOST_VALUES = 20;

    /**
     * {@return the table for the console: a row for each point, best first by the median validation loss, as far as one reads on; and below it what
     * failed, and why}
     */
    public String text() {
        Table all = tables().summary();
        int shown = Math.min(MOST_ROWS, all.rows().size());
        StringBuilder text = new StringBuilder(new Table(all.head(), all.rows().subList(0, shown)).text());
        if (shown < all.rows().size()) {
            text.append("and %s more in table.csv\n".formatted(all.rows().size() - shown));
        }
        for (String line : failures()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** What failed, with its reason, the first few. */
    private List<String> failures() {
        List<RunResult> failed = results.failed();
        List<String> lines = new ArrayList<>();
        for (RunResult run : failed.subList(0, Math.min(MOST_FAILURES, failed.size()))) {
            lines.add("%s: %s".formatted(name(run.spec()), run.ending()));
        }
        if (failed.size() > MOST_FAILURES) {
            lines.add("and %s more that failed, in runs.csv".formatted(failed.size() - MOST_FAILURES));
        }
        return lines;
    }

    private String name(RunSpec run) {
        return plan.settings().stream()
                .map(setting -> setting.name() + "=" + run.text(setting))
                .collect(Collectors.joining(" "));
    }

    /**
     * Writes {@code index.html}, {@code table.csv} with a row for each point, {@code runs.csv} with one for each run, and the charts. They are made
     * in memory first; each is written under a temporary name and moved, the page last.
     *
     * @param folder where to; made if it is missing
     * @return the page
     * @throws IOException if a file cannot be written
     */
    public Path write(Path folder) throws IOException {
        SweepTables tables = tables();
        List<Artifact> files = new ArrayList<>();
        StringBuilder figures = new StringBuilder();
        Receipt whole = receipt.withFingerprint(results.fingerprint());
        for (Picture picture : new SweepPictures(tables).all()) {
            figures.append(picture.html(WIDTH, HEIGHT));
            files.addAll(picture.files(WIDTH, HEIGHT, whole));
        }
        files.add(Artifact.table("runs.csv", tables.runs()));
        files.add(Artifact.table("table.csv", tables.numbers()));
        files.add(Artifact.page(
                "index.html", Page.of(title(), body(figures.toString(), tables)).withReceipt(whole)));
        List<Path> written = Artifact.writeAll(folder, files);
        return written.get(written.size() - 1);
    }

    private SweepTables tables() {
        return new SweepTables(plan, results);
    }

    private String title() {
        return "Sweep over "
                + plan.settingsButSeed().stream().map(Setting::name).collect(Collectors.joining(", "));
    }

    private String body(String figures, SweepTables tables) {
        return """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <div class="charts">
                %s</div>
                <h2>All points</h2>
                <p class="lead">After the last epoch: median over the seeds, and in parentheses the quartiles. A point of which a run failed or
                diverged has none.</p>
                %s
                %s
                <h2>What all runs share</h2>
                %s
                <p>All numbers: <a href="table.csv">table.csv</a>, <a href="runs.csv">runs.csv</a>. Fingerprint of all runs: %s. Equal fingerprints
                mean equal bits.</p>
                """.formatted(
                        Markup.escape(title()),
                        Markup.escape(lead(tables)),
                        figures,
                        tables.summary().html(),
                        failures().stream()
                                .map(line -> "<p>" + Markup.escape(line) + "</p>")
                                .collect(Collectors.joining("\n")),
                        shared().html(),
                        results.fingerprint());
    }

    /** What was found, and what that does not show. */
    private String lead(SweepTables tables) {
        int points = tables.points().size();
        String size = "%s points, %s runs. ".formatted(points, results.runs().size());
        if (!tables.isComparable()) {
            return size + "The data or the task differ, so that the losses of the points cannot be compared.";
        }
        return tables.best()
                .map(best ->
                        size + "The least median validation loss has %s. %s".formatted(written(best), doubt(points)))
                .orElse(size + "No point has a validation loss from all its seeds.");
    }

    private String doubt(int points) {
        boolean tested = results.runs().stream().anyMatch(run -> run.test().isPresent());
        return "The best of %s is partly so by luck: %sa comparison over more seeds says whether it is better than the next."
                .formatted(
                        points, tested ? "the test part, by which nothing was chosen, says how good it is, and " : "");
    }

    private static String written(RunGroup point) {
        return point.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The settings that are not varied; one that follows from others, such as a rule's usual rate, may have several values. */
    private Table shared() {
        List<Setting<?>> varied = plan.settingsButSeed();
        List<List<Object>> rows = new ArrayList<>();
        for (String name : Settings.catalog().names()) {
            Setting<?> setting = Settings.named(name);
            List<String> values = results.runs().stream()
                    .map(run -> run.spec().text(setting))
                    .distinct()
                    .limit(MOST_VALUES)
                    .toList();
            if (!varied.contains(setting)) {
                rows.add(List.of(name, String.join(", ", values)));
            }
        }
        return new Table(List.of("setting", "value"), rows);
    }
}
