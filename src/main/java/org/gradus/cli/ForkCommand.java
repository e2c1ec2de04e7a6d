package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradus.experiment.RunDescription;
import org.gradus.experiment.RunRecipe;
import org.gradus.train.Checkpoint;
import org.gradus.train.History;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.gradus.view.RunPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
            paramLabel = "SETTING=VALUE[;…]",
            description = "What a future changes, such as 'rule=sgdm;learning-rate=0.05'; may be given several times.")
    private List<String> futures;

    @Option(
            names = "--out",
            defaultValue = "target/fork",
            paramLabel = "FOLDER",
            description = "Where to write the charts (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Map<String, History> histories = new LinkedHashMap<>();
        try {
            RunDescription description =
                    RunOptions.description(spec.commandLine().getParseResult());
            RunRecipe recipe = new RunRecipe(description);
            TrainingRun trunk = recipe.training().start();
            Checkpoint moment = moment(recipe.training(), trunk);
            histories.put(description.text("rule"), trunk.finish());
            for (String future : futures) {
                TrainingRun run = recipe.training(changes(future)).start();
                run.fork(moment);
                histories.put("then " + future.replace(';', ','), run.finish());
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Files.createDirectories(out);
        new RunPictures(histories).write(out);
        PrintWriter console = spec.commandLine().getOut();
        histories.forEach((name, history) -> console.printf(
                Locale.ROOT,
                "%s: validation loss %.4f, accuracy %.3f%n",
                name,
                history.last().validation().loss(),
                history.last().validation().accuracy()));
        console.println("charts: " + out.toAbsolutePath());
        console.flush();
        return ExitCode.OK;
    }

    /** Takes the steps of the common beginning. */
    private Checkpoint moment(Training training, TrainingRun trunk) {
        if (afterEpoch < 1 || afterEpoch >= training.epochs()) {
            throw new IllegalArgumentException("--after-epoch: must be from 1 to %s, one less than the epochs, found %s"
                    .formatted(training.epochs() - 1, afterEpoch));
        }
        long steps = training.steps(afterEpoch);
        boolean going = true;
        while (going && trunk.steps() < steps) {
            going = trunk.step();
        }
        return trunk.save();
    }

    private static Map<String, String> changes(String future) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String change : future.split(";", -1)) {
            String[] nameAndValue = change.split("=", 2);
            if (nameAndValue.length < 2) {
                throw new IllegalArgumentException(
                        "--future: needs SETTING=VALUE, such as rule=sgdm, several separated by ';'; found '%s'"
                                .formatted(change));
            }
            changes.put(nameAndValue[0].strip(), nameAndValue[1].strip());
        }
        return changes;
    }
}
