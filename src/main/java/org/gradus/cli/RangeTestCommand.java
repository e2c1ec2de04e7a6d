package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.options.RunOptions;
import org.gradus.cli.terminal.Interruption;
import org.gradus.cli.terminal.Signals;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.train.Outcome;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.RangeTestResult;
import org.gradus.view.RangeTestPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus range-test}: which learning rates suit a rule, a network and data. */
@Command(
        name = "range-test",
        description =
                "Find learning rates: train a little while the rate rises, and see where the loss falls and where it blows up.",
        mixinStandardHelpOptions = true,
        modelTransformer = RunOptions.OfRangeTest.class,
        sortOptions = false)
final class RangeTestCommand implements Callable<Integer> {
    private static final RangeTest USUAL = new RangeTest();

    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Option(names = "--min", paramLabel = "RATE", description = "The first rate (default: ${DEFAULT-VALUE}).")
    private double min = USUAL.min();

    @Option(names = "--max", paramLabel = "RATE", description = "The last rate (default: ${DEFAULT-VALUE}).")
    private double max = USUAL.max();

    @Option(names = "--steps", paramLabel = "N", description = "How many rates to try (default: ${DEFAULT-VALUE}).")
    private int steps = USUAL.steps();

    @Option(
            names = "--sweep",
            defaultValue = "exponential",
            paramLabel = "linear|exponential",
            description =
                    "Whether the rate rises by equal differences or by equal factors (default: ${DEFAULT-VALUE}).")
    private String sweep;

    @Option(
            names = "--smoothing",
            paramLabel = "BETA",
            description =
                    "The weight of the older losses in the smoothed loss (default: 1 − 20 / steps, from 0 to 0.98).")
    private Double smoothing;

    @Option(
            names = "--divergence",
            paramLabel = "FACTOR",
            description = "Stop when the smoothed loss is so many times its smallest (default: ${DEFAULT-VALUE}).")
    private double divergence = USUAL.divergence();

    @Mixin
    private FolderOptions folder;

    RangeTestCommand(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        RangeTest test = test();
        RunRecipe recipe;
        try {
            RunSpec run = RunOptions.spec(spec.commandLine().getParseResult());
            checkUsed(run);
            recipe = new RunRecipe(run, new DataShelf());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        try (ResultsFolder out = folder.claim(Path.of("target", "range-test"))) {
            recipe.training().warnings().forEach(spec.commandLine().getErr()::println);
            return report(recipe, run(recipe, test), out.path());
        }
    }

    @SuppressWarnings("try") // the interruption is listened to, not asked
    private RangeTestResult run(RunRecipe recipe, RangeTest test) {
        try (Interruption interruption = Interruption.ofThisThread(signals)) {
            return recipe.rangeTest(test);
        }
    }

    private int report(RunRecipe recipe, RangeTestResult result, Path out) throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        console.println(result);
        boolean interrupted = result.outcome() instanceof Outcome.Interrupted;
        if (!interrupted || !result.points().isEmpty()) {
            String rule = recipe.spec().text(Settings.RULE);
            new RangeTestPictures(result, rule, recipe.conditions())
                    .write(out, CommandReceipt.of(spec, recipe))
                    .forEach(file -> console.println("file: " + file.toAbsolutePath()));
        }
        console.flush();
        return interrupted ? Gradus.INTERRUPTED : ExitCode.OK;
    }

    /** Refuses settings that a range test has no use for. */
    private static void checkUsed(RunSpec run) {
        RunSpec.usual().differences(run).forEach((setting, value) -> {
            if (!RunOptions.OfRangeTest.has(setting) && run.gives(setting)) {
                throw new IllegalArgumentException(
                        "%s=%s does nothing in a range test, which sweeps the learning rate with the bare rule; leave it out"
                                .formatted(setting, value));
            }
        });
    }

    /** The settings of the test, refused before anything is done. */
    private RangeTest test() {
        try {
            return new RangeTest(
                    sweep(),
                    min,
                    max,
                    steps,
                    smoothing == null ? RangeTest.usualSmoothing(steps) : smoothing,
                    divergence);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage().replaceFirst("^range test: ", ""));
        }
    }

    private Sweep sweep() {
        return switch (sweep) {
            case "linear" -> Sweep.LINEAR;
            case "exponential" -> Sweep.EXPONENTIAL;
            default -> throw wrong("--sweep: must be linear or exponential, found '%s'".formatted(sweep));
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
