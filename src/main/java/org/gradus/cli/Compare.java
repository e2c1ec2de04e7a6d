package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.gradus.experiment.Comparison;
import org.gradus.experiment.ComparisonResult;
import org.gradus.optim.Rules;
import org.gradus.view.ComparisonReport;
import org.gradus.view.DigitsComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus compare}: trains a network on the digits with several rules and writes a page about it. */
@Command(
        name = "compare",
        description =
                "Train a network on handwritten digits with several rules under equal conditions, and write a page of charts.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Compare implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            split = ",",
            defaultValue = "adam,sgdm",
            paramLabel = "RULE",
            description = "The rules to compare, separated by commas (default: ${DEFAULT-VALUE}).")
    private List<String> rules;

    @Option(
            names = "--epochs",
            defaultValue = "20",
            paramLabel = "N",
            description = "How often to go through the training data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--batch-size",
            defaultValue = "64",
            paramLabel = "N",
            description = "Examples to a mini-batch (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(
            names = "--learning-rate",
            paramLabel = "RULE=VALUE",
            description = "A rule's learning rate; may be given once per rule (default: one that suits the rule).")
    private List<String> learningRates = List.of();

    @Option(
            names = "--seeds",
            defaultValue = "5",
            paramLabel = "N",
            description = "How many seeds to run each rule with: 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Runs to have under way at a time; the results do not depend on it (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write the page (default: target/RULE-vs-RULE).")
    private Path out;

    @Option(names = "--quiet", description = "Print nothing but the fingerprint.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        DigitsComparison setup = new DigitsComparison(
                rates(),
                atLeastOne("--epochs", epochs),
                atLeastOne("--batch-size", batchSize),
                LongStream.rangeClosed(1, atLeastOne("--seeds", seeds)).boxed().toList());
        atLeastOne("--threads", threads);
        Path folder = out != null
                ? out
                : Path.of("target", String.join("-vs-", setup.learningRates().keySet()));
        checkWritable(folder);
        Comparison comparison = setup.comparison();
        ComparisonResult result;
        try (Progress progress =
                Progress.of(quiet, comparison, spec.commandLine().getErr())) {
            result = comparison.run(threads, progress);
        }
        Path page = new ComparisonReport(setup, result).write(folder);
        PrintWriter console = spec.commandLine().getOut();
        if (!quiet) {
            console.println("page: " + page.toAbsolutePath());
        }
        console.println("fingerprint: " + result.fingerprint());
        console.flush();
        return ExitCode.OK;
    }

    /** The rules to compare with their learning rates: those given, else the usual ones. */
    private Map<String, Double> rates() {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (String rule : rules) {
            requireRule(rule, "--rules");
            rates.put(rule, Rules.entry(rule).usualRate());
        }
        for (String given : learningRates) {
            String rule = given.replaceFirst("=.*", "");
            requireRule(rule, "--learning-rate");
            if (rates.replace(rule, learningRate(given, rule)) == null) {
                throw wrong("--learning-rate: %s is not among the rules compared, %s; add it to --rules"
                        .formatted(rule, String.join(", ", rates.keySet())));
            }
        }
        return rates;
    }

    private void requireRule(String rule, String option) {
        try {
            Rules.entry(rule).usualRate();
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    private double learningRate(String given, String rule) {
        try {
            double value = Double.parseDouble(given.substring(rule.length() + 1));
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw notALearningRate(given);
        }
        throw notALearningRate(given);
    }

    private ParameterException notALearningRate(String given) {
        return wrong("--learning-rate: needs RULE=VALUE with a positive number, such as adam=0.01; found '%s'"
                .formatted(given));
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

    /** Finds out before the training, not after it, that the page cannot be written. */
    private static void checkWritable(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, ".gradus", ".tmp"));
    }
}
