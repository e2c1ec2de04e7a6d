package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.options.RunOptions;
import org.gradus.cli.options.RunnerOptions;
import org.gradus.cli.terminal.Signals;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.duel.Contender;
import org.gradus.experiment.duel.Duel;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Target;
import org.gradus.experiment.duel.Tuning;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.ResultFile;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.Runner;
import org.gradus.experiment.plan.Workers;
import org.gradus.view.duel.DuelReport;
import org.gradus.view.duel.DuelText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus duel}: which of two rules is better, both tuned with the same budget, or that it is not decided. */
@Command(
        name = "duel",
        description =
                "Tune two rules with the same budget, judge them in pairs of runs by data that tuning never saw, and say what is decided and what is not.",
        mixinStandardHelpOptions = true,
        modelTransformer = RunOptions.OfDuel.class,
        sortOptions = false)
final class DuelCommand implements Callable<Integer> {
    private static final Path USUAL = Path.of("target", "duel");
    private static final String USUAL_TRIALS = "" + Duel.USUAL_TRIALS;
    private static final String USUAL_TUNING_SEEDS = "" + Duel.USUAL_TUNING_SEEDS;
    private static final String USUAL_SEEDS = "" + Duel.USUAL_SEEDS;

    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RULE", description = "The first rule, perhaps with hyper-parameters.")
    private String first;

    @Parameters(index = "1", paramLabel = "RULE", description = "The second rule.")
    private String second;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = USUAL_TRIALS,
            description = "How many points of its space each rule is tried at (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--tune",
            paramLabel = "[RULE:]KNOB=VALUES",
            description = {
                "What is tuned, for one rule or for both, and over which values; may be given several times (default: the learning rate, from a hundredth of the rule's usual one to ten times that).",
                "A knob is a setting, or a number of the rule, as in rule:epsilon. Values: 1e-4..1 (evenly in the logarithm), linear(0..0.5), complement(0.9..0.999) (evenly in that of 1 - value), whole(16..256), or a list."
            })
    private List<String> knobs = List.of();

    @Option(
            names = "--tuning-seeds",
            paramLabel = "N",
            defaultValue = USUAL_TUNING_SEEDS,
            description = "With how many seeds each trial is tried; the mean decides (default: ${DEFAULT-VALUE}).")
    private int tuningSeeds;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = USUAL_SEEDS,
            description = "With how many other seeds the best are judged, in pairs (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description =
                    "What counts as having learned, for the question of speed: an accuracy on the validation data, as 95%% or 0.95, or loss=0.2 (default: a little less than what both reach while tuned).")
    private String target;

    @Option(
            names = "--alpha",
            paramLabel = "P",
            description =
                    "The probability of even one false claim, if there were no difference (default: 0.05); refused if so many seeds cannot reach it.")
    private Double alpha;

    @Mixin
    private RunnerOptions runnerOptions;

    @Mixin
    private FolderOptions folder;

    @Option(names = "--resume", description = "Go on with the duel in the folder: what is missing is run.")
    private boolean resume;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the table, the verdicts and the fingerprint.")
    private boolean quiet;

    DuelCommand(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        DataShelf shelf = new DataShelf();
        Duel duel;
        Plan tuning;
        Workers workers;
        try {
            duel = duel();
            tuning = duel.tuning(shelf);
            workers = runnerOptions.workers(shelf);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        try (workers;
                ResultsFolder out = resume ? folder.goOn(USUAL) : folder.claim(USUAL)) {
            if (!quiet) {
                DataWarnings.of(tuning.runs(), shelf).forEach(spec.commandLine().getErr()::println);
            }
            return run(duel, tuning, new Runner(shelf, workers), out.path());
        }
    }

    private int run(Duel duel, Plan tuning, Runner runner, Path out) throws IOException {
        long start = System.nanoTime();
        Optional<Results> tuned = runs(tuning, runner).in(out, "tuning.jsonl", signals);
        if (tuned.isEmpty()) {
            return Gradus.INTERRUPTED;
        }
        Tuning found = duel.tuned(tuned.get(), runner.shelf());
        Plan judging = duel.judging(found, runner.shelf());
        Optional<Results> judged = runs(judging, runner).in(out, "judging.jsonl", signals);
        if (judged.isEmpty()) {
            return Gradus.INTERRUPTED;
        }
        return report(duel.result(found, judged.get(), runner.shelf()), (System.nanoTime() - start) / 1e9, out);
    }

    private JournaledRuns runs(Plan plan, Runner runner) {
        return new JournaledRuns(spec, plan, runner, progressOption.form(quiet));
    }

    private int report(DuelResult result, double seconds, Path out) throws IOException {
        Results all =
                new Results(Stream.concat(result.tuning().results().runs().stream(), result.judging().runs().stream())
                        .toList());
        ResultFile.of(CommandReceipt.command(spec), all).write(out);
        Path page = new DuelReport(result, CommandReceipt.of(spec)).write(out);
        PrintWriter console = spec.commandLine().getOut();
        new DuelText(result).text(seconds).lines().forEach(console::println);
        if (!quiet) {
            console.println("page: " + page.toAbsolutePath());
        }
        console.println("reproduce: gradus reproduce " + out.resolve(ResultFile.NAME));
        console.println("fingerprint: " + result.fingerprint());
        console.flush();
        return all.failed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Duel duel() throws IOException {
        Contender one = Contender.of(first);
        Contender other = Contender.of(second);
        for (String knob : knobs) {
            boolean ofOne = isFor(one, knob);
            boolean ofOther = isFor(other, knob);
            if (ofOne || ofOther) {
                String rest = knob.substring(knob.indexOf(':') + 1);
                one = ofOne ? one.with(rest) : one;
                other = ofOther ? other.with(rest) : other;
            } else {
                one = one.with(knob);
                other = other.with(knob);
            }
        }
        RunSpec base = RunOptions.spec(spec.commandLine().getParseResult());
        Duel duel = Duel.of(base, one, other)
                .withTrials(trials)
                .withTuningSeeds(tuningSeeds)
                .withSeeds(seeds);
        if (alpha != null) {
            duel = duel.withAlpha(alpha);
        }
        return target == null ? duel : duel.withTarget(Target.parse(target));
    }

    /** Whether a knob begins with a contender's rule and a colon. */
    private static boolean isFor(Contender contender, String knob) {
        return knob.strip().startsWith(contender.rule().name() + ":");
    }
}
