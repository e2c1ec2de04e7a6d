package org.gradus.cli;

import java.util.List;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Landscapes;
import picocli.CommandLine.Option;

/** On which problem a rule walks, from where, how far and how fast: the options that trace and diff share. */
final class WalkOptions {
    @Option(
            names = "--problem",
            defaultValue = "rosenbrock",
            paramLabel = "NAME",
            description = "The problem to walk on (default: ${DEFAULT-VALUE}); 'gradus explain' lists them.")
    private String problem;

    @Option(
            names = "--steps",
            defaultValue = "20",
            paramLabel = "N",
            description = "How many steps to take (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--learning-rate",
            paramLabel = "VALUE",
            description =
                    "The learning rate (default: 0.05 for rules that normalize the gradient, 0.001 for the others).")
    private Double learningRate;

    @Option(
            names = "--start",
            split = ",",
            paramLabel = "X,Y",
            description = "Where to start (default: the problem's customary start).")
    private List<Double> start;

    Landscape landscape() {
        return Landscapes.named(problem);
    }

    int steps() {
        return steps;
    }

    double learningRate(RuleArgument rule) {
        return learningRate == null ? rule.usualRate() : learningRate;
    }

    double[] start() {
        return start == null
                ? landscape().start()
                : start.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
