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
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.options.RunOptions;
import org.gradus.cli.terminal.Interruption;
import org.gradus.cli.terminal.Signals;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.train.Checkpoint;
import org.gradus.train.History;
import org.gradus.train.Outcome;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.gradus.view.Artifact;
import org.gradus.view.Legends;
import org.gradus.view.RunPictures;
import org.gradus.view.RunTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus fork}: one beginning, several futures, in one chart. */
@Command(
        name = "fork",
        description = "Train to the end of an epoch, go on from there in several ways, and draw them over one another.",
        mixinStandardHelpOptions = true,
        modelTransformer = RunOptions.class,
        sortOptions = false)
final class ForkCommand implements Callable<Integer> {
    private static final Path USUAL = Path.of("target", "fork");

    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--after-epoch",
            defaultValue = "5",
            paramLabel = "N",
            description = "The last epoch of the common beginning (default: ${DEFAULT-VALUE}).")
    private int afterEpoch;

    @Option(
            names = "--future",
            required = true,
            paramLabel = "SETTING=VALUE …",
            description =
                    "What a future changes, such as 'rule=sgdm learning-rate=0.05', with blanks or semicolons between; may be given several times.")
    private List<String> futures;

    @Mixin
    private FolderOptions folder;

    ForkCommand(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        RunRecipe recipe;
        Map<String, Future> ways;
        try {
            recipe = new RunRecipe(RunOptions.spec(spec.commandLine().getParseResult()), new DataShelf());
            ways = ways(recipe);
            checkMoment(recipe.training());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        try (ResultsFolder out = folder.claim(USUAL)) {
            return run(recipe, ways, out.path());
        }
    }

    /** What was trained is drawn, whatever kept the rest from being so. */
    private int run(RunRecipe recipe, Map<String, Future> ways, Path out) throws IOException {
        Training beginning = recipe.training();
        beginning.warnings().forEach(spec.commandLine().getErr()::println);
        TrainingRun trunk = beginning.start();
        Checkpoint moment = moment(beginning, trunk);
        List<Branch> branches = new ArrayList<>();
        branches.add(new Branch(
                Legends.rule(recipe.spec().get(Settings.RULE)) + ", as it began", recipe.spec(), history(trunk)));
        Map<String, String> failures = new LinkedHashMap<>();
        for (Map.Entry<String, Future> way : ways.entrySet()) {
            if (interrupted(branches)) {
                break;
            }
            try {
                TrainingRun run = way.getValue().training().start();
                run.fork(moment);
                branches.add(new Branch(way.getKey(), way.getValue().spec(), history(run)));
            } catch (IllegalArgumentException | IllegalStateException e) {
                failures.put(way.getKey(), e.getMessage());
            }
        }
        write(recipe, branches, out);
        return report(branches, failures, out);
    }

    @SuppressWarnings("try") // the interruption is listened to, not asked
    private History history(TrainingRun run) {
        try (Interruption interruption = Interruption.asks(signals, run::interrupt)) {
            return run.finish();
        }
    }

    private static boolean interrupted(List<Branch> branches) {
        return branches.stream().anyMatch(branch -> branch.history().outcome() instanceof Outcome.Interrupted);
    }

    private void write(RunRecipe recipe, List<Branch> branches, Path out) throws IOException {
        Map<String, History> histories = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        Map<RunSpec, History> runs = new LinkedHashMap<>();
        Set<Setting<?>> changed = new LinkedHashSet<>();
        for (Branch branch : branches) {
            histories.put(branch.name(), branch.history());
            rules.put(branch.name(), branch.spec().text(Settings.RULE));
            runs.put(branch.spec(), branch.history());
            changed.addAll(recipe.spec().differences(branch.spec()).keySet());
        }
        new RunPictures(histories)
                .withRules(rules)
                .withConditions(recipe.conditions())
                .forkedAfter(branches.size() > 1 ? afterEpoch : 0)
                .withReceipt(CommandReceipt.of(spec, recipe))
                .write(out);
        Artifact.writeAll(out, new RunTables(List.copyOf(changed), runs).files());
    }

    /** A run that was trained: the one as it began, or a future. */
    private record Branch(String name, RunSpec spec, History history) {}

    /** A way to go on. */
    private record Future(RunSpec spec, Training training) {}

    /** The futures by their names for the legend, each refused at once if it cannot be. */
    private Map<String, Future> ways(RunRecipe recipe) {
        Map<String, Future> ways = new LinkedHashMap<>();
        for (String typed : futures) {
            RunSpec run = recipe.spec().with(typed);
            Map<String, String> changes = new LinkedHashMap<>();
            recipe.spec().differences(run).keySet().forEach(setting -> changes.put(setting.name(), run.text(setting)));
            if (changes.isEmpty()) {
                throw new IllegalArgumentException(
                        "--future: '%s' changes nothing; the run as it began is drawn anyway".formatted(typed));
            }
            Future future = new Future(run, recipe.future(run));
            if (ways.put("then " + Legends.settings(changes), future) != null) {
                throw new IllegalArgumentException("--future: '%s' is given twice; leave one out".formatted(typed));
            }
        }
        return ways;
    }

    private int report(List<Branch> branches, Map<String, String> failures, Path out) {
        PrintWriter console = spec.commandLine().getOut();
        for (Branch branch : branches) {
            History history = branch.history();
            console.println("%s: %s; validation %s"
                    .formatted(
                            branch.name(),
                            history.outcome().text(),
                            history.last().validation()));
        }
        console.println("charts: " + out.toAbsolutePath());
        console.flush();
        PrintWriter err = spec.commandLine().getErr();
        failures.forEach((name, reason) -> err.println(name + ": failed: " + reason));
        if (interrupted(branches)) {
            err.println(
                    "interrupted; what was trained is drawn, but a fork does not go on: for the rest start it anew");
            return Gradus.INTERRUPTED;
        }
        return failures.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void checkMoment(Training training) {
        if (afterEpoch < 1 || afterEpoch >= training.epochs()) {
            throw new IllegalArgumentException("--after-epoch: must be from 1 to %s, one less than the epochs, found %s"
                    .formatted(training.epochs() - 1, afterEpoch));
        }
    }

    /** Takes the steps of the common beginning. */
    @SuppressWarnings("try") // the interruption is listened to, not asked
    private Checkpoint moment(Training training, TrainingRun trunk) {
        long steps = training.steps(afterEpoch);
        boolean going = true;
        try (Interruption interruption = Interruption.asks(signals, trunk::interrupt)) {
            while (going && trunk.steps() < steps) {
                going = trunk.step();
            }
        }
        return trunk.save();
    }
}
