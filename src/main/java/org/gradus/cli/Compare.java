package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradus.catalog.Choice;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.RatesByRule;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.options.RunOptions;
import org.gradus.cli.options.RunnerOptions;
import org.gradus.cli.terminal.Signals;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.ResultFile;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.Runner;
import org.gradus.experiment.plan.Workers;
import org.gradus.view.ComparisonReport;
import org.gradus.view.Receipt;
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

    private final Signals signals;

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
            paramLabel = "RATES",
            description =
                    "One learning rate for all rules, or one for a rule: 0.01, or adam=0.01,sgd=0.1 (default: the usual one of each rule).")
    private List<String> learningRates = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds to run everything with: 1 to N (default: " + USUAL_SEEDS + ").")
    private Integer seeds;

    @Mixin
    private RunnerOptions runnerOptions;

    @Mixin
    private FolderOptions folder;

    @Option(names = "--resume", description = "Go on with the comparison in the folder: what is missing is run.")
    private boolean resume;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the fingerprint.")
    private boolean quiet;

    Compare(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        DataShelf shelf = new DataShelf();
        Plan plan;
        List<String> warnings;
        Workers workers;
        try {
            plan = plan();
            warnings = DataWarnings.of(plan.runs(), shelf);
            workers = runnerOptions.workers(shelf);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Path usual = Path.of("target", name(plan));
        try (workers;
                ResultsFolder out = resume ? folder.goOn(usual) : folder.claim(usual)) {
            if (!quiet) {
                warnings.forEach(spec.commandLine().getErr()::println);
            }
            Runner runner = new Runner(shelf, workers).keepingSteps();
            Optional<Results> results =
                    new JournaledRuns(spec, plan, runner, progressOption.form(quiet)).in(out.path(), signals);
            return results.isPresent() ? report(plan, results.get(), out.path()) : Gradus.INTERRUPTED;
        }
    }

    private int report(Plan plan, Results results, Path out) throws IOException {
        ResultFile result = ResultFile.of(CommandReceipt.command(spec), results);
        Receipt receipt = CommandReceipt.of(spec).withResult(result.write(out));
        Path page = new ComparisonReport(plan, results).withReceipt(receipt).write(out);
        PrintWriter console = spec.commandLine().getOut();
        if (!quiet) {
            console.println("page: " + page.toAbsolutePath());
        }
        console.println("fingerprint: " + results.fingerprint());
        console.flush();
        return results.failed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** The runs: rules with their rates, what else is varied, and seeds. */
    private Plan plan() throws IOException {
        RunSpec base = RunOptions.spec(spec.commandLine().getParseResult());
        RatesByRule rates = new RatesByRule(
                learningRates, typed -> Settings.RULE.parse(typed).toString());
        List<String> all = axes(base);
        List<Choice> compared = all.stream()
                .filter(axis -> names(axis, Settings.RULE))
                .flatMap(axis -> Plan.changes(axis).stream())
                .map(change -> Settings.RULE.parse(change.get(Settings.RULE.name())))
                .toList();
        requireCompared(rates, compared.isEmpty() ? List.of(base.get(Settings.RULE)) : compared);
        Optional<String> rate =
                compared.isEmpty() ? rates.own(base.get(Settings.RULE)).or(rates::ofAll) : rates.ofAll();
        Plan plan = Plan.of(rate.isPresent() ? base.with(Map.of(Settings.LEARNING_RATE.name(), rate.get())) : base);
        for (String axis : all) {
            plan = names(axis, Settings.RULE) ? plan.overEach(withRates(compared, rates)) : plan.over(axis);
        }
        return overSeeds(plan, base);
    }

    /** What is varied: {@code --rules} is short for an axis, and so is to give no axis at all. */
    private List<String> axes(RunSpec base) {
        if (rules != null && (varies(Settings.RULE) || types(Settings.RULE))) {
            throw new IllegalArgumentException("--rules: the rule is given otherwise too; leave one of the two out");
        }
        if (rules == null && (base.gives(Settings.RULE) || !axes.isEmpty())) {
            return axes;
        }
        String first = "rule=" + (rules == null ? USUAL_RULES : rules);
        return Stream.concat(Stream.of(first), axes.stream()).toList();
    }

    private static void requireCompared(RatesByRule rates, List<Choice> compared) {
        for (String rule : rates.rules()) {
            if (compared.stream().noneMatch(choice -> rule.equals(choice.toString()) || rule.equals(choice.name()))) {
                throw new IllegalArgumentException(
                        "--learning-rate: %s is not among the rules compared: %s; compare it too, or leave its rate out"
                                .formatted(
                                        rule,
                                        compared.stream().map(Choice::toString).collect(Collectors.joining(", "))));
            }
        }
    }

    private static List<String> withRates(List<Choice> compared, RatesByRule rates) {
        return compared.stream()
                .map(rule -> "rule=" + rule
                        + rates.own(rule).map(rate -> " learning-rate=" + rate).orElse(""))
                .toList();
    }

    /** Whether an axis varies a setting. */
    private boolean varies(Setting<?> setting) {
        return axes.stream().anyMatch(axis -> names(axis, setting));
    }

    private static boolean names(String axis, Setting<?> setting) {
        return axis.replaceFirst("=.*", "").strip().equalsIgnoreCase(setting.name());
    }

    /** Whether an option gives a setting. */
    private boolean types(Setting<?> setting) {
        return RunOptions.given(spec.commandLine().getParseResult()).containsKey(setting.name());
    }

    private Plan overSeeds(Plan plan, RunSpec base) {
        if (seeds != null && (varies(Settings.SEED) || types(Settings.SEED))) {
            throw new IllegalArgumentException("--seeds: the seed is given otherwise too; leave one of the two out");
        }
        if (seeds == null && (varies(Settings.SEED) || base.gives(Settings.SEED))) {
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
