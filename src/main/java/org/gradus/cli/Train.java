package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.options.RunOptions;
import org.gradus.cli.terminal.Interruption;
import org.gradus.cli.terminal.Signals;
import org.gradus.data.DataException;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunRecord;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.ResultFile;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunResult;
import org.gradus.train.Checkpoints;
import org.gradus.train.ConfusionMatrix;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Outcome;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;
import org.gradus.train.log.CsvLog;
import org.gradus.train.log.JsonLinesLog;
import org.gradus.view.Artifact;
import org.gradus.view.RunPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
    private static final Path USUAL = Path.of("target", "run");

    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions folder;

    @Option(names = "--resume", description = "Go on with the run in the folder, from its last checkpoint.")
    private boolean resume;

    @Option(
            names = "--resume-previous",
            description = "Go on from the checkpoint before the last one, should that be damaged.")
    private boolean resumePrevious;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "STEPS",
            defaultValue = "0",
            description = "How often to save the run; 0 for once per epoch.")
    private long checkpointEvery;

    @Mixin
    private ProgressOption progressOption;

    @Option(names = "--quiet", description = "Print nothing but the results.")
    private boolean quiet;

    Train(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        RunRecipe recipe;
        Training training;
        try {
            recipe = recipe();
            training = recipe.training();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PrintWriter err = spec.commandLine().getErr();
        try (ResultsFolder out = goesOn() ? folder.goOn(USUAL) : folder.claim(USUAL)) {
            if (!quiet) {
                training.warnings().forEach(err::println);
            }
            String command = command(out.path(), recipe.spec());
            History history;
            try (TrainingProgress progress = TrainingProgress.of(progressOption.form(quiet), training, err)) {
                history = run(recipe, training, out.path(), command, progress);
            }
            return report(training, out.path(), recipe, command, history);
        }
    }

    private boolean goesOn() {
        return resume || resumePrevious;
    }

    /** The run asked for: that of the folder, if it is to go on, else the one described. */
    private RunRecipe recipe() throws IOException {
        if (checkpointEvery < 0) {
            throw new IllegalArgumentException(
                    "--checkpoint-every: must be a whole number, at least 0, found " + checkpointEvery);
        }
        ParseResult parsed = spec.commandLine().getParseResult();
        DataShelf shelf = new DataShelf();
        if (!goesOn()) {
            return new RunRecipe(RunOptions.spec(parsed), shelf);
        }
        RunRecord there = there();
        RunSpec base = parsed.hasMatchedOption("--config") ? RunOptions.base(parsed) : there.spec();
        RunRecipe recipe = new RunRecipe(base.with(RunOptions.given(parsed)), shelf);
        RunRecord now = RunRecord.of(recipe);
        there.requireSame(now);
        String course = Settings.SCHEDULE.name();
        if (!quiet && !there.inFull().get(course).equals(now.inFull().get(course))) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "schedule: it is as long as the training; from the next update on it is %s, so far it was %s"
                                    .formatted(
                                            now.inFull().get(course),
                                            there.inFull().get(course)));
        }
        return recipe;
    }

    private RunRecord there() throws IOException {
        try {
            return RunRecord.read(folder.present(USUAL));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--resume: %s; give the folder of a run with --out, or leave --resume out"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @SuppressWarnings("try") // the interruption is listened to, not asked
    private History run(RunRecipe recipe, Training training, Path out, String command, TrainingProgress progress)
            throws IOException {
        TrainingRun run = training.start(new CsvLog(out), new JsonLinesLog(out.resolve("history.jsonl")), progress);
        Checkpoints checkpoints = new Checkpoints(out);
        if (resumePrevious) {
            checkpoints.resumePrevious(run);
        } else if (resume) {
            resume(checkpoints, run);
        }
        RunRecord.of(recipe).write(out); // nothing can be refused any more
        History begun = new History(List.of(), List.of(), new Outcome.Unfinished());
        receipt(command, RunResult.of(recipe, training, begun, 0)).write(out);
        try (Interruption interruption = Interruption.asks(signals, run::interrupt)) {
            return checkpoints.finish(run, checkpointEvery > 0 ? checkpointEvery : training.steps(1));
        }
    }

    private static ResultFile receipt(String command, RunResult result) {
        return ResultFile.of(command, new Results(List.of(result)));
    }

    /** What was typed to come here: of a run that goes on, what began it, and what made it another one on the way. */
    private String command(Path out, RunSpec asked) {
        if (!goesOn()) {
            return CommandReceipt.command(spec);
        }
        String typed = CommandReceipt.of(spec).command();
        try {
            ResultFile there = ResultFile.read(out);
            boolean same = there.runs().get(0).spec().equals(asked.located());
            return same ? there.command() : there.command() + " && " + typed;
        } catch (IllegalArgumentException e) {
            return typed; // there is none, as of an earlier version, or it is damaged: the run itself is sound
        }
    }

    private static void resume(Checkpoints checkpoints, TrainingRun run) {
        try {
            checkpoints.resume(run);
        } catch (DataException e) {
            throw new DataException(e.getMessage() + " (on the command line: --resume-previous)", e);
        }
    }

    private int report(Training training, Path out, RunRecipe recipe, String command, History history)
            throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        RunResult result = RunResult.of(recipe, training, history, 0);
        ResultFile receipt = receipt(command, result);
        Path file = receipt.write(out);
        String rule = recipe.spec().text(Settings.RULE);
        new RunPictures(Map.of(rule, history))
                .withConditions(recipe.conditions())
                .withReceipt(CommandReceipt.of(spec, recipe)
                        .withFingerprint(receipt.fingerprint())
                        .withResult(file))
                .write(out);
        if (history.outcome() instanceof Outcome.Interrupted) {
            console.println(history.outcome().text() + "; go on by gradus train --resume --out " + out);
            console.flush();
            return Gradus.INTERRUPTED;
        }
        boolean diverged = history.outcome() instanceof Outcome.Diverged;
        if (diverged) {
            console.println(history.outcome().text() + "; try a smaller learning rate");
        } else {
            recipe.modelFile(training).write(out.resolve("model.safetensors"));
            judge(training, out, result, console);
        }
        console.println("run: " + out.toAbsolutePath());
        console.flush();
        return diverged ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** On the test part, which nothing was chosen by; without one, on the validation part. */
    private static void judge(Training training, Path out, RunResult result, PrintWriter console) throws IOException {
        Split data = training.data();
        if (training.task().hasLabels()) {
            Dataset part = data.hasTest() ? data.test() : data.validation();
            ConfusionMatrix confusion = ConfusionMatrix.of(training.model(), part, training.task());
            Artifact.text("confusion.txt", confusion + "\n").write(out);
            console.println(confusion);
        }
        if (result.test().isPresent()) {
            Evaluation test = result.test().get();
            Artifact.text("test.txt", test + "\n").write(out);
            console.println("test: " + test);
        }
    }
}
