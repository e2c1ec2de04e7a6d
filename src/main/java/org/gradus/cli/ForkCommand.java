package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.train.Checkpoint;
import org.gradus.train.History;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.gradus.view.Legends;
import org.gradus.view.RunPictures;
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

    @Override
    public Integer call() throws IOException {
        RunRecipe recipe;
        Map<String, Future> ways;
        Path out;
        try {
            recipe = new RunRecipe(RunOptions.spec(spec.commandLine().getParseResult()), new DataShelf());
            ways = ways(recipe);
            checkMoment(recipe.training());
            out = folder.claim(USUAL);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Map<String, History> histories = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        Training beginning = recipe.training();
        beginning.warnings().forEach(spec.commandLine().getErr()::println);
        TrainingRun trunk = beginning.start();
        Checkpoint moment = moment(beginning, trunk);
        String name = Legends.rule(recipe.spec().get(Settings.RULE)) + ", as it began";
        rules.put(name, recipe.spec().text(Settings.RULE));
        histories.put(name, trunk.finish());
        ways.forEach((way, future) -> {
            rules.put(way, future.rule());
            try {
                TrainingRun run = future.training().start();
                run.fork(moment);
                histories.put(way, run.finish());
            } catch (IllegalArgumentException | IllegalStateException e) {
                failures.put(way, e.getMessage());
            }
        });
        RunPictures pictures = new RunPictures(histories).withRules(rules).withConditions(recipe.conditions());
        pictures.forkedAfter(afterEpoch)
                .withReceipt(CommandReceipt.of(spec, recipe))
                .write(out);
        return report(histories, failures, out);
    }

    /** A way to go on. */
    private record Future(String rule, Training training) {}

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
            Future future = new Future(run.text(Settings.RULE), recipe.future(run));
            if (ways.put("then " + Legends.settings(changes), future) != null) {
                throw new IllegalArgumentException("--future: '%s' is given twice; leave one out".formatted(typed));
            }
        }
        return ways;
    }

    private int report(Map<String, History> histories, Map<String, String> failures, Path out) {
        PrintWriter console = spec.commandLine().getOut();
        histories.forEach((name, history) -> console.println(name + ": "
                + history.outcome().text() + "; validation " + history.last().validation()));
        console.println("charts: " + out.toAbsolutePath());
        console.flush();
        PrintWriter err = spec.commandLine().getErr();
        failures.forEach((name, reason) -> err.println(name + ": failed: " + reason));
        err.flush();
        return failures.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void checkMoment(Training training) {
        if (afterEpoch < 1 || afterEpoch >= training.epochs()) {
            throw new IllegalArgumentException("--after-epoch: must be from 1 to %s, one less than the epochs, found %s"
                    .formatted(training.epochs() - 1, afterEpoch));
        }
    }

    /** Takes the steps of the common beginning. */
    private Checkpoint moment(Training training, TrainingRun trunk) {
        long steps = training.steps(afterEpoch);
        boolean going = true;
        while (going && trunk.steps() < steps) {
            going = trunk.step();
        }
        return trunk.save();
    }
}
