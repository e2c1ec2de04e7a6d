package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.options.RunnerOptions;
import org.gradus.cli.terminal.Signals;
import org.gradus.cli.terminal.TimeLeft;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.Forecast;
import org.gradus.experiment.plan.Journal;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.ResultFile;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.Runner;
import org.gradus.experiment.plan.SweepFile;
import org.gradus.experiment.plan.Workers;
import org.gradus.view.Receipt;
import org.gradus.view.sweep.SweepReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus sweep}: a grid or random design that a file describes, a table with a row for each point, and a page about it. */
@Command(
        name = "sweep",
        description = {
            "Run a grid or a random design that a file describes, and write a table, best point first, and a page.",
            "The file, in YAML or JSON, has the keys base (settings of all runs), vary (settings with lists of values), seeds (how many, or a list), design (grid or random) and, if random, trials and design-seed; then values may be ranges, such as 1e-4..1.",
            "Each run is kept when it ends: a sweep that was killed goes on with --resume."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Sweep implements Callable<Integer> {
    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file that describes the sweep.")
    private Path file;

    @Mixin
    private RunnerOptions runnerOptions;

    @Mixin
    private FolderOptions folder;

    @Option(names = "--resume", description = "Go on with the sweep in the folder: what is missing is run.")
    private boolean resume;

    @Option(
            names = "--dry-run",
            description =
                    "Say how many runs there are, and about how long they take, and run nothing but a moment of each size.")
    private boolean dryRun;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the table and the fingerprint.")
    private boolean quiet;

    Sweep(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        DataShelf shelf = new DataShelf();
        Plan plan;
        Workers workers;
        try {
            plan = SweepFile.read(file);
            workers = dryRun ? runnerOptions.workersHere(shelf) : runnerOptions.workers(shelf);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Path usual = Path.of("target", "sweep-" + file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        try (workers) {
            if (!dryRun) {
                return run(plan, new Runner(shelf, workers), usual);
            }
            forecast(plan, shelf, workers.atATime(), folder.present(usual));
            return ExitCode.OK;
        }
    }

    private int run(Plan plan, Runner runner, Path usual) throws IOException {
        try (ResultsFolder out = resume ? folder.goOn(usual) : folder.claim(usual)) {
            if (!quiet) {
                warnings(plan, runner.shelf()).forEach(spec.commandLine().getErr()::println);
            }
            Optional<Results> results =
                    new JournaledRuns(spec, plan, runner, progressOption.form(quiet)).in(out.path(), signals);
            return results.isPresent() ? report(plan, results.get(), out.path()) : Gradus.INTERRUPTED;
        }
    }

    private int report(Plan plan, Results results, Path out) throws IOException {
        ResultFile.of(CommandReceipt.command(spec), results).write(out);
        SweepReport report =
                new SweepReport(plan, results, Receipt.ofWords(List.of("gradus", "sweep", file.toString())));
        Path page = report.write(out);
        PrintWriter console = spec.commandLine().getOut();
        report.text().lines().forEach(console::println);
        if (!quiet) {
            console.println("page: " + page.toAbsolutePath());
        }
        console.println("fingerprint: " + results.fingerprint());
        console.flush();
        return results.failed().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What is worth knowing about the data; a run whose data cannot be opened fails by itself, with its reason. */
    private static List<String> warnings(Plan plan, DataShelf shelf) {
        return DataWarnings.of(
                plan.runs().stream().filter(run -> opens(run, shelf)).toList(), shelf);
    }

    private static boolean opens(RunSpec run, DataShelf shelf) {
        try {
            shelf.open(run);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void forecast(Plan plan, DataShelf shelf, int threads, Path out) throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        List<RunSpec> missing = missing(plan, out);
        console.println(plan);
        if (resume) {
            console.println("%s of them are done in %s, %s are to come"
                    .formatted(plan.size() - missing.size(), out, missing.size()));
        }
        ProgressOption.noteKernel(progressOption.form(quiet));
        Forecast forecast = Forecast.of(missing, shelf);
        int share = Math.max(1, Math.min(threads, missing.size()));
        console.println("about %s on %s"
                .formatted(TimeLeft.text(forecast.seconds(share)), share == 1 ? "1 thread" : share + " threads"));
        console.println(
                "estimated from the steps and evaluations of one run of each of %s sizes, timed for %s s; threads are taken to share the work evenly, and no run to stop early"
                        .formatted(forecast.timed(), Forecast.MOMENT));
        if (forecast.timed() < forecast.sizes()) {
            console.println("the other %s sizes are taken to be like these on average"
                    .formatted(forecast.sizes() - forecast.timed()));
        }
        console.flush();
    }

    /** The runs that are not done; a run that failed is tried again. */
    private List<RunSpec> missing(Plan plan, Path out) throws IOException {
        Set<RunSpec> done = new HashSet<>();
        if (resume) {
            try {
                Journal.read(JournaledRuns.journal(out), plan).runs().stream()
                        .filter(run -> run.failure().isEmpty())
                        .forEach(run -> done.add(run.spec()));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return plan.runs().stream().filter(run -> !done.contains(run)).toList();
    }
}
