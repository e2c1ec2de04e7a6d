package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.experiment.DataSources;
import org.gradus.nn.Layer;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Rules;
import org.gradus.tensor.RandomStream;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.RangeTestResult;
import org.gradus.view.RangeTestPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
        sortOptions = false)
final class RangeTestCommand implements Callable<Integer> {
    private static final RangeTest USUAL = new RangeTest();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            defaultValue = "digits",
            paramLabel = "NAME",
            description = "What to learn, such as iris or csv:FILE (default: ${DEFAULT-VALUE}).")
    private String data;

    @Option(
            names = "--rule",
            defaultValue = "sgdm",
            paramLabel = "RULE",
            description = "The optimizer (default: ${DEFAULT-VALUE}).")
    private String rule;

    @Option(
            names = "--hidden",
            split = ",",
            defaultValue = "64",
            paramLabel = "N",
            description = "The widths of the hidden layers, separated by commas (default: ${DEFAULT-VALUE}).")
    private List<Integer> hidden;

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
            names = "--batch-size",
            defaultValue = "64",
            paramLabel = "N",
            description = "Examples to a mini-batch (default: ${DEFAULT-VALUE}).")
    private int batchSize;

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

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Where all random numbers come from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            defaultValue = "target/range-test",
            paramLabel = "FOLDER",
            description = "Where to write the curve as PNG, SVG and CSV (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        RangeTest test = test();
        RandomStream random = new RandomStream(seed);
        Dataset training = training(random);
        int[] widths = widths(training);
        Layer model = Mlp.withBatchNorm(random.split("weights"), widths);
        atLeastOne("--batch-size", batchSize);
        Files.createDirectories(out);
        RangeTestResult result = test.run(model, Rules.named(rule), training, batchSize, random.split("shuffle"));
        PrintWriter console = spec.commandLine().getOut();
        console.println(result);
        for (Path file : new RangeTestPictures(result, rule, conditions(widths)).write(out)) {
            console.println("file: " + file.toAbsolutePath());
        }
        console.flush();
        return ExitCode.OK;
    }

    /** The settings of the test and the rule, refused before anything is done. */
    private RangeTest test() {
        try {
            Rules.named(rule);
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

    private Dataset training(RandomStream random) {
        try {
            return DataSources.open(data, random).training();
        } catch (IllegalArgumentException e) {
            throw wrong("--data: " + e.getMessage());
        }
    }

    private int[] widths(Dataset training) {
        IntStream inner = hidden.stream().mapToInt(width -> atLeastOne("--hidden", width));
        return IntStream.concat(
                        IntStream.concat(IntStream.of(training.width()), inner), IntStream.of(training.classes()))
                .toArray();
    }

    private String conditions(int... widths) {
        String network = Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining(" – "));
        return "%s, %s with batch normalization, mini-batches of %s, seed %s".formatted(data, network, batchSize, seed);
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong("%s: must be at least 1, found %s".formatted(option, value));
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
