package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.RunnerOptions;
import org.gradus.cli.terminal.Interruption;
import org.gradus.cli.terminal.Signals;
import org.gradus.data.DataException;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Reproduction;
import org.gradus.experiment.plan.ResultFile;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunSummary;
import org.gradus.experiment.plan.Runner;
import org.gradus.experiment.plan.Workers;
import org.gradus.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus reproduce}: the runs of a {@code result.json} once more, and whether the bits agree. */
@Command(
        name = "reproduce",
        description = {
            "Run again what a result.json says, and tell whether the bits agree. Nothing is written.",
            "The exit status is 0 if all bits agree, and 1 if one does not."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Reproduce implements Callable<Integer> {
    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The result.json that a command wrote, or the folder it is in.")
    private Path file;

    @Option(names = "--only", paramLabel = "RUN", description = "One run only, by its number in the file or by its id.")
    private String only;

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "Where the data is now, if it has moved since, as in csv:FILE or mnist:DIR.")
    private String data;

    @Option(
            names = "--start-from",
            paramLabel = "FILE",
            description = "Where the weights are now that the runs start from, if they have moved since.")
    private String weights;

    @Mixin
    private RunnerOptions runnerOptions;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the verdict.")
    private boolean quiet;

    Reproduce(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        DataShelf shelf = new DataShelf();
        ResultFile then;
        Map<Integer, RunSummary> runs;
        Workers workers;
        try {
            then = ResultFile.read(file);
            runs = moved(chosen(then.runs()));
            workers = runnerOptions.workers(shelf);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        List<RunSummary> again =
                runs.values().stream().filter(RunSummary::isRepeatable).toList();
        try (workers) {
            requireData(again, shelf, then.environment().getOrDefault("gradus", "unknown"));
            Results now = again.isEmpty() ? new Results(List.of()) : run(again, new Runner(shelf, workers));
            return report(then, runs, now);
        } catch (InterruptedException e) {
            spec.commandLine().getErr().println("interrupted; nothing was written: start it anew");
            return Gradus.INTERRUPTED;
        }
    }

    /** The runs to be run again, by their numbers. */
    private Map<Integer, RunSummary> chosen(List<RunSummary> all) {
        Map<Integer, RunSummary> chosen = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String id = all.get(i).id(); // "" of a run that failed
            if (only == null || only.equals(Integer.toString(i + 1)) || !id.isEmpty() && only.equals(id)) {
                chosen.put(i + 1, all.get(i));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only: there is no run '%s'; give a number from 1 to %s, or an id that stands in the file"
                            .formatted(only, all.size()));
        }
        return chosen;
    }

    /** The runs with their files where these are now. */
    private Map<Integer, RunSummary> moved(Map<Integer, RunSummary> runs) {
        Map<Integer, RunSummary> moved = new LinkedHashMap<>(runs);
        move(moved, Settings.DATA, data, value -> value.contains(":") ? value.replaceFirst(":.*", "") : "");
        move(moved, Settings.START_FROM, weights, value -> value.isEmpty() ? "" : "weights");
        return moved;
    }

    /**
     * Gives the runs that have a file of the same kind the new one.
     *
     * @param kind of which kind the file in a value is, "" if it is none
     */
    private static void move(
            Map<Integer, RunSummary> runs, Setting<String> setting, String typed, UnaryOperator<String> kind) {
        if (typed == null) {
            return;
        }
        String place = setting.parse(typed);
        Predicate<RunSummary> moves = run -> !kind.apply(place).isEmpty()
                && kind.apply(place).equals(kind.apply(run.spec().get(setting)));
        if (runs.values().stream().noneMatch(moves)) {
            String found = runs.values().stream()
                    .map(run -> run.spec().get(setting))
                    .map(value -> value.isEmpty() ? "none" : value)
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "--%s: %s cannot stand for what the runs have, which is %s; give a file of that kind, or leave it out"
                            .formatted(setting, place, found));
        }
        runs.replaceAll((number, run) -> moves.test(run) ? run.with(Map.of(setting.name(), place)) : run);
    }

    /** Refuses other data than the runs learned from, before any of them is trained; one run tells of each file. */
    private static void requireData(List<RunSummary> runs, DataShelf shelf, String version) {
        Set<String> sources = new HashSet<>();
        for (RunSummary then : runs) {
            RunSpec run = then.spec();
            String data = run.get(Settings.DATA);
            if (then.failure().isPresent() || !sources.add(data + "\n" + run.get(Settings.START_FROM))) {
                continue;
            }
            String elsewhere = "if it is elsewhere now, say where by --data or --start-from";
            String now;
            try {
                now = new RunRecipe(run, shelf).fingerprint();
            } catch (DataException e) {
                throw new DataException(e.getMessage() + "; " + elsewhere, e);
            }
            if (!now.equals(then.data())) {
                boolean isFile =
                        data.contains(":") || !run.get(Settings.START_FROM).isEmpty();
                throw new DataException("data: %s is not what the runs learned from (fingerprint %s then, %s now); %s"
                        .formatted(
                                data,
                                then.data(),
                                now,
                                isFile
                                        ? "bring that back, or, " + elsewhere
                                        : "it is another version's: use the one that wrote the file (%s)"
                                                .formatted(version)));
            }
        }
    }

    @SuppressWarnings("try") // the interruption is listened to, not asked
    private Results run(List<RunSummary> again, Runner runner) throws InterruptedException {
        Plan plan = plan(again);
        try (Progress progress = Progress.of(
                        progressOption.form(quiet), plan, 0, spec.commandLine().getErr());
                Interruption interruption = Interruption.ofThisThread(signals)) {
            return runner.run(plan, progress);
        }
    }

    /** The runs as a plan; what is in the file twice is one run. */
    private static Plan plan(List<RunSummary> runs) {
        Plan plan = Plan.of(runs.get(0).spec());
        Set<Setting<?>> varied = varied(runs);
        List<Map<String, String>> changes =
                runs.stream().map(run -> values(run.spec(), varied)).distinct().toList();
        return varied.isEmpty() ? plan : plan.overChanges(changes);
    }

    /** The settings in which runs differ from the first of them. */
    private static Set<Setting<?>> varied(Collection<RunSummary> runs) {
        Set<Setting<?>> varied = new LinkedHashSet<>();
        RunSpec first = runs.iterator().next().spec();
        runs.forEach(run -> varied.addAll(first.differences(run.spec()).keySet()));
        return varied;
    }

    private static Map<String, String> values(RunSpec run, Set<Setting<?>> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.name(), run.text(setting)));
        return values;
    }

    private int report(ResultFile then, Map<Integer, RunSummary> runs, Results now) {
        List<Reproduction> again = Reproduction.of(List.copyOf(runs.values()), now);
        long same = again.stream().filter(Reproduction::agrees).count();
        PrintWriter out = spec.commandLine().getOut();
        if (!quiet) {
            out.print(table(runs, again));
            differences(then.environment(), ResultFile.of("", now).environment())
                    .forEach(out::println);
        }
        out.println(
                same == again.size()
                        ? "the bits agree, in %s of %s runs".formatted(same, again.size())
                        : "the bits do not agree, in %s of %s runs".formatted(again.size() - same, again.size()));
        out.flush();
        return same == again.size() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Table table(Map<Integer, RunSummary> runs, List<Reproduction> again) {
        Set<Setting<?>> varied = varied(runs.values());
        List<List<Object>> rows = new ArrayList<>();
        runs.forEach((number, run) -> {
            String settings = values(run.spec(), varied).entrySet().stream()
                    .map(value -> value.getKey() + "=" + value.getValue())
                    .collect(Collectors.joining(" "));
            String what = varied.isEmpty() ? run.spec().toString() : settings;
            rows.add(List.of(number, what, again.get(rows.size()).text()));
        });
        return new Table(List.of("run", "settings", "again"), rows);
    }

    /** In what the machine differs: it must not matter, and where the bits differ it is where to look. */
    private static List<String> differences(Map<String, String> then, Map<String, String> now) {
        return now.entrySet().stream()
                .filter(each -> !each.getValue().equals(then.get(each.getKey())))
                .map(each -> "%s: %s then, %s now"
                        .formatted(each.getKey(), then.getOrDefault(each.getKey(), "unknown"), each.getValue()))
                .toList();
    }
}
