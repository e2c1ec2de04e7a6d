package org.gradus.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunResult;
import org.gradus.optim.Rules;
import org.gradus.train.History;

/**
 * The page about a comparison: a self-contained {@code index.html} with all charts and tables, and beside it each chart as PNG and SVG and
 * every number as CSV.
 *
 * @param plan what was compared
 * @param results what came out, with what was measured at each step
 * @param receipt where it is from; runs, seeds and fingerprint are added
 */
public record ComparisonReport(Plan plan, Results results, Receipt receipt) {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 440;

    /**
     * The page about a comparison that no command made.
     *
     * @param plan what was compared
     * @param results what came out, with what was measured at each step
     */
    public ComparisonReport(Plan plan, Results results) {
        this(plan, results, Receipt.none());
    }

    /**
     * {@return the same page with a receipt}
     *
     * @param other where it is from
     */
    public ComparisonReport withReceipt(Receipt other) {
        return new ComparisonReport(plan, results, other);
    }

    /**
     * Writes all files. They are made in memory first; each is written under a temporary name and moved, the page last.
     *
     * @param folder where to; made if it is missing
     * @return the page
     * @throws IOException if a file cannot be written
     */
    public Path write(Path folder) throws IOException {
        ComparisonTables tables = new ComparisonTables(compared());
        List<Picture> pictures = new ComparisonPictures(compared()).all();
        Receipt whole = wholeReceipt();
        List<Artifact> files = new ArrayList<>();
        StringBuilder figures = new StringBuilder();
        for (Picture picture : pictures) {
            figures.append(picture.html(WIDTH, HEIGHT));
            files.addAll(picture.files(WIDTH, HEIGHT, whole));
        }
        files.addAll(numbers().files());
        Page page = Page.of(title(), body(figures.toString(), tables)).withReceipt(whole);
        files.add(Artifact.page("index.html", page));
        List<Path> written = Artifact.writeAll(folder, files);
        return written.get(written.size() - 1);
    }

    private RunTables numbers() {
        Map<RunSpec, History> runs = new LinkedHashMap<>();
        results.runs().forEach(run -> runs.put(run.spec(), run.history()));
        return new RunTables(plan.settings(), runs);
    }

    private Receipt wholeReceipt() {
        return receipt.withRuns(results.runs().stream().map(RunResult::id).toList())
                .withSeeds(results.runs().stream()
                        .map(run -> run.spec().get(Settings.SEED))
                        .distinct()
                        .toList())
                .withFingerprint(results.fingerprint());
    }

    private String title() {
        return compared().groups().stream().map(Compared::written).collect(Collectors.joining(" against "));
    }

    private Compared compared() {
        return new Compared(plan, results);
    }

    private String body(String figures, ComparisonTables tables) {
        Map<String, String> settings = settings();
        settings.put("fingerprint", results.fingerprint());
        return """
                <h1>%s</h1>
                <p class="lead">The same network, the same first weights and the same batches, seed by seed; only %s differs.</p>
                <div class="charts">
                %s</div>
                <h2>After the last epoch</h2>
                <p class="lead">Median over the seeds, and in parentheses the quartiles. A rule's lines end where the first of its runs
                diverged.</p>
                %s
                <h2>The rules</h2>
                %s
                <h2>Settings</h2>
                %s
                <p>All numbers: <a href="epochs.csv">epochs.csv</a>, <a href="steps.csv">steps.csv</a>. Equal fingerprints mean equal bits%s.</p>
                %s
                """.formatted(
                        Markup.escape(title()),
                        varied(),
                        figures,
                        tables.summary().html(),
                        equations(),
                        definitions(settings),
                        again(),
                        source());
    }

    /** How to see whether they are equal elsewhere, if there is a file for it. */
    private String again() {
        return receipt.again().isEmpty()
                ? ""
                : "; this runs all again and tells whether they agree: <code>%s</code>"
                        .formatted(Markup.escape(receipt.again()));
    }

    private String varied() {
        return plan.settingsButSeed().stream()
                .map(setting -> setting == Settings.RULE ? "the update rule" : setting.name())
                .collect(Collectors.joining(", "));
    }

    private String source() {
        return plan.base().get(Settings.DATA).equals("digits")
                ? "<p class=\"lead\">Digits: Alpaydin and Kaynak (1998), UCI Machine Learning Repository, "
                        + "doi 10.24432/C50P49, CC BY 4.0.</p>"
                : "";
    }

    /** What was the same in all runs, and what each of the others had, by name. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : plan.base().record().entrySet()) {
            Setting<?> each = Settings.named(setting.getKey());
            String values = results.runs().stream()
                    .map(run -> run.spec().text(each))
                    .distinct()
                    .collect(Collectors.joining(", "));
            settings.put(setting.getKey(), values);
        }
        return settings;
    }

    private String equations() {
        StringBuilder html = new StringBuilder("<div class=\"equations\">\n");
        results.runs().stream()
                .map(run -> run.spec().get(Settings.RULE))
                .distinct()
                .forEach(rule -> html.append("<div><h3>")
                        .append(Markup.escape(Legends.rule(rule)))
                        .append("</h3>")
                        .append(MathMl.lines(
                                Rules.named(rule.name(), rule.options()).equations()))
                        .append("</div>\n"));
        return html.append("</div>").toString();
    }

    private static String definitions(Map<String, String> values) {
        Table table = Table.of("setting", "value");
        for (Map.Entry<String, String> value : values.entrySet()) {
            table = table.with(value.getKey(), value.getValue());
        }
        return table.html();
    }
}
