package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.gradus.data.file.FolderLock;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Journal;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.Runner;
import org.gradus.view.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus compare}: the same run with several rules, or with several values of any setting, over several seeds, and a page about it. */
@Command(
        name = "compare",
        description =
                "Train with several rules, or several values of any setting, under equal conditions, and write a page of charts.",
        mixinStandardHelpOptions = true,
        modelTransformer = RunOptions.OfComparison.class,
        sortOptions = false)
final class Compare implements Callable<Integer> {
    private static final String USUAL_RULES = "adam,sgdm";
    private static final int USUAL_SEEDS = 5;
    private static final int MOST_SEEDS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "RULE,RULE",
            description = "The rules to compare, perhaps with hyper-parameters (default: " + USUAL_RULES + ").")
    private String rules;

    @Option(
            names = "--vary",
            paramLabel = "SETTING=VALUE,VALUE",
            description =
                    "Compare values of any setting; may be given several times. Values with commas in them have semicolons between: 'hidden=64;64,32'.")
    private List<String> axes = List.of();

    @Option(
            names = "--learning-rate",
            paramLabel = "[RULE=]VALUE",
            description = "The learning rate, of one rule or of all (default: the usual one of each rule).")
    private List<String> learningRates = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds to run everything with: 1 to N (default: " + USUAL_SEEDS + ").")
    private Integer seeds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Runs to have under way at a time; the results do not depend on it (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private FolderOptions folder;

    @Option(names = "--resume", description = "Go on with the comparison in the folder: what is missing is run.")
    private boolean resume;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the fingerprint.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        Plan plan;
        Path out;
        Runner runner;
        Set<String> warnings;
        try {
            plan = plan();
            DataShelf shelf = new DataShelf();
            runner = new Runner(shelf, threads).keepingSteps();
            warnings = warnings(plan, shelf);
            Path usual = Path.of("target", name(plan));
            out = resume ? folder.present(usual) : folder.claim(usual);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (!quiet) {
            warnings.forEach(spec.commandLine().getErr()::println);
        }
        Results results;
        try {
            results = run(plan, runner, out);
        } catch (InterruptedException e) {
            spec.commandLine().getErr().println("interrupted; what has ended is kept: go on by --resume --out " + out);
            return Gradus.INTERRUPTED;
        }
        Path page = new ComparisonReport(plan, results).write(out);
        PrintWriter console = spec.commandLine().getOut();
        if (!quiet) {
            console.println("page: " + page.toAbsolutePath());
        }
        console.println("fingerprint: " + results.fingerprint());
        console.flush();
        return results.failed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What is worth knowing about the data of the runs, each sentence once. */
    private static Set<String> warnings(Plan plan, DataShelf shelf) {
        Set<String> warnings = new LinkedHashSet<>();
        for (RunSpec run : plan.runs()) {
            String missing = shelf.open(run).split().missing();
            if (!missing.isEmpty()) {
                warnings.add("the split of seed %s leaves out classes: %s; split stratified, by --stratify yes"
                        .formatted(run.get(Settings.SEED), missing));
            }
        }
        return warnings;
    }

    /** Each run is kept as soon as it has ended: whatever becomes of the others, {@code --resume} goes on from there. */
    @SuppressWarnings("try") // the lock is held and the interruption listened to
    private Results run(Plan plan, Runner runner, Path out) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (FolderLock lock = FolderLock.of(out);
                Journal journal = Journal.open(out.resolve("runs.jsonl"), plan);
                Progress progress = Progress.of(progressOption.form(quiet), plan, err);
                Interruption interruption = Interruption.asks(Thread.currentThread()::interrupt)) {
            journal.repair().ifPresent(err::println);
            return runner.run(journal, progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The runs: rules with their rates, what else is varied, and seeds. */
    private Plan plan() throws IOException {
        Map<String, String> given = RunOptions.given(spec.commandLine().getParseResult());
        RunSpec base = RunOptions.base(spec.commandLine().getParseResult());
        Map<String, String> rates = new LinkedHashMap<>();
        for (String rate : learningRates) {
            int equals = rate.lastIndexOf('=');
            String rule = equals < 0 ? "" : rule(rate.substring(0, equals));
            if (rates.put(rule, rate.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("--learning-rate: that of %s is given twice; leave one out"
                        .formatted(rule.isEmpty() ? "all rules" : rule));
            }
        }
        if (rates.containsKey("")) {
            given.put(Settings.LEARNING_RATE.name(), rates.remove(""));
        }
        Plan plan = Plan.of(base.with(given));
        boolean variesRule = axes.stream().anyMatch(axis -> names(axis, Settings.RULE));
        boolean givesRule = given.containsKey(Settings.RULE.name());
        if (rules != null && (variesRule || givesRule)) {
            throw new IllegalArgumentException("--rules: the rule is given otherwise too; leave one of the two out");
        }
        if (rules != null || !variesRule && !givesRule && axes.isEmpty()) {
            plan = plan.overEach(rulesWith(rates));
        }
        if (!rates.isEmpty()) {
            throw new IllegalArgumentException("--learning-rate: %s is not among the rules compared; add it to --rules"
                    .formatted(String.join(", ", rates.keySet())));
        }
        for (String axis : axes) {
            plan = plan.over(axis);
        }
        return overSeeds(plan, given.containsKey(Settings.SEED.name()));
    }

    private static boolean names(String axis, Setting<?> setting) {
        return axis.replaceFirst("=.*", "").strip().equalsIgnoreCase(setting.name());
    }

    private static String rule(String typed) {
        return Settings.RULE.parse(typed).toString();
    }

    private List<String> rulesWith(Map<String, String> rates) {
        List<String> changes = new ArrayList<>();
        for (Map<String, String> change : Plan.changes("rule=" + (rules == null ? USUAL_RULES : rules))) {
            String rule = change.get(Settings.RULE.name());
            String rate = rates.remove(rule);
            changes.add("rule=" + rule + (rate == null ? "" : " learning-rate=" + rate));
        }
        return changes;
    }

    private Plan overSeeds(Plan plan, boolean givesSeed) {
        boolean varies = axes.stream().anyMatch(axis -> names(axis, Settings.SEED));
        if (seeds != null && (varies || givesSeed)) {
            throw new IllegalArgumentException("--seeds: the seed is given otherwise too; leave one of the two out");
        }
        if (varies || givesSeed) {
            return plan;
        }
        int count = seeds == null ? USUAL_SEEDS : seeds;
        if (count < 1 || count > MOST_SEEDS) {
            throw new IllegalArgumentException(
                    "--seeds: must be a whole number from 1 to %s, found %s".formatted(MOST_SEEDS, count));
        }
        return plan.over(Settings.SEED, LongStream.rangeClosed(1, count).boxed().toList());
    }

    /** What is compared, for the name of a folder. */
    private static String name(Plan plan) {
        List<String> values = plan.runs().stream()
                .map(run -> run.get(Settings.RULE).name())
                .distinct()
                .toList();
        boolean rulesOnly = plan.settings().stream()
                .allMatch(setting ->
                        setting == Settings.RULE || setting == Settings.LEARNING_RATE || setting == Settings.SEED);
        return String.join("-vs-", values).replaceAll("[()]+", "-")
                + (rulesOnly ? "" : "-over-" + plan.settings().get(0).name());
    }
}
