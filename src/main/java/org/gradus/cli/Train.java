package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradus.data.AtomicFile;
import org.gradus.data.DataException;
import org.gradus.data.Safetensors;
import org.gradus.experiment.RunDescription;
import org.gradus.experiment.RunRecipe;
import org.gradus.nn.Weights;
import org.gradus.train.Checkpoints;
import org.gradus.train.ConfusionMatrix;
import org.gradus.train.History;
import org.gradus.train.Outcome;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.gradus.train.log.CsvLog;
import org.gradus.train.log.JsonLinesLog;
import org.gradus.view.RunPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus train}: one run, described by flags or a file, that can be killed and resumed. */
@Command(
        name = "train",
        description = {
            "Train a classifier. The run is described by options or by a file; what it was is kept beside the results.",
            "A run that was killed goes on with --resume, and ends with the same bits."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = RunOptions.class,
        sortOptions = false)
final class Train implements Callable<Integer> {
    private static final String DESCRIPTION = "run.yaml";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            defaultValue = "target/run",
            paramLabel = "FOLDER",
            description =
                    "Where the run is kept: its description, checkpoints, history, weights and charts (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--resume", description = "Go on with the run in the folder, from its last checkpoint.")
    private boolean resume;

    @Option(
            names = "--resume-previous",
            description = "Go on from the checkpoint before the last one, should that be damaged.")
    private boolean resumePrevious;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the results.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        RunDescription description = description();
        Training training;
        try {
            training = new RunRecipe(description).training();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Files.createDirectories(out);
        AtomicFile.write(out.resolve(DESCRIPTION), description.yaml().getBytes(StandardCharsets.UTF_8));
        History history;
        try (TrainingProgress progress = TrainingProgress.of(
                progressOption.form(quiet), training, spec.commandLine().getErr())) {
            history = run(training, description, progress);
        }
        report(training, description, history);
        return ExitCode.OK;
    }

    private boolean goesOn() {
        return resume || resumePrevious;
    }

    /** The run asked for: that of the folder, if it is to go on, else the one described. */
    private RunDescription description() throws IOException {
        RunDescription asked;
        try {
            asked = RunOptions.description(spec.commandLine().getParseResult());
            if (!goesOn()) {
                checkNew();
                return asked;
            }
            Path file = out.resolve(DESCRIPTION);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        "--resume: there is no run in %s; give its folder with --out, or leave --resume out"
                                .formatted(out));
            }
            return RunDescription.read(file).with(asked.given());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void checkNew() {
        if (Files.exists(out.resolve("checkpoint.safetensors"))) {
            throw new IllegalArgumentException(
                    "--out: there is a run in %s already; go on with it by --resume, or choose another folder"
                            .formatted(out));
        }
    }

    private History run(Training training, RunDescription description, TrainingProgress progress) {
        TrainingRun run = training.start(new CsvLog(out), new JsonLinesLog(out.resolve("history.jsonl")), progress);
        Checkpoints checkpoints = new Checkpoints(out);
        if (resumePrevious) {
            checkpoints.resumePrevious(run);
        } else if (resume) {
            resume(checkpoints, run);
        }
        int every = description.count("checkpoint-every", 0);
        return checkpoints.finish(run, every > 0 ? every : training.steps(1));
    }

    private static void resume(Checkpoints checkpoints, TrainingRun run) {
        try {
            checkpoints.resume(run);
        } catch (DataException e) {
            throw new DataException(e.getMessage() + " (on the command line: --resume-previous)", e);
        }
    }

    private void report(Training training, RunDescription description, History history) throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        ConfusionMatrix confusion =
                ConfusionMatrix.of(training.model(), training.data().validation());
        Safetensors.write(out.resolve("model.safetensors"), Weights.of(training.model()), Map.of());
        AtomicFile.write(out.resolve("confusion.txt"), (confusion + "\n").getBytes(StandardCharsets.UTF_8));
        new RunPictures(Map.of(description.text("rule"), history)).write(out);
        if (history.outcome() instanceof Outcome.Diverged diverged) {
            console.println("diverged at step %s: %s; try a smaller learning rate"
                    .formatted(diverged.step(), diverged.reason()));
        }
        console.println(confusion);
        console.println("run: " + out.toAbsolutePath());
        console.flush();
    }
}
