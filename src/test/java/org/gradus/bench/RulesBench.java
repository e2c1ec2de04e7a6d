package org.gradus.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gradus.optim.Optimizer;
import org.gradus.optim.Rules;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;

/**
 * Times each rule in one thread: its loop alone, on a vector of a million parameters, and a step through {@link Optimizer} on one of 235,000,
 * which is the size of the lecture's network. Prints a line {@code RULE NANOSECONDS NANOSECONDS} each: the medians over 9 repetitions of the
 * mean time per parameter. Arguments name the rules to run; none means all. Run by {@code mvn -q test-compile exec:exec -Pbench
 * -Dbench=org.gradus.bench.RulesBench -Dbench.workloads="adam swats"}.
 */
final class RulesBench {
    private static final double ETA = 1e-4;
    private static final int ALONE = 1_000_000;
    private static final int THROUGH_OPTIMIZER = 235_000;
    private static final int REPETITIONS = 9;
    private static final int UPDATES = 12;
    private static final int WARM_UP_UPDATES = 150; // the compiler works beside the first ones

    private final UpdateRule rule;
    private final State state;
    private final double[] g;
    private double[] theta;
    private double[] next;
    private long t;

    private RulesBench(UpdateRule rule) {
        this.rule = rule;
        this.state = rule.init(Shape.of(ALONE, 1));
        RandomStream random = new RandomStream(1);
        this.theta = new double[ALONE];
        this.next = new double[ALONE];
        this.g = new double[ALONE];
        Arrays.setAll(theta, i -> random.uniform(-1, 1));
        Arrays.setAll(g, i -> random.uniform(-1, 1));
    }

    public static void main(String[] args) {
        for (String name : args.length == 0 ? List.copyOf(Rules.names()) : List.of(args)) {
            double alone = median(new RulesBench(Rules.named(name))::secondsAlone) / ALONE;
            double through = median(throughOptimizer(Rules.named(name))) / THROUGH_OPTIMIZER;
            System.out.printf(Locale.ROOT, "%s %.2f %.2f%n", name, 1e9 * alone, 1e9 * through);
        }
    }

    private static double median(IntToDoubleFunction seconds) {
        seconds.applyAsDouble(WARM_UP_UPDATES);
        return IntStream.range(0, REPETITIONS)
                .mapToDouble(i -> seconds.applyAsDouble(UPDATES))
                .sorted()
                .skip(REPETITIONS / 2)
                .findFirst()
                .orElseThrow();
    }

    /** The mean time of an update by the rule alone. */
    private double secondsAlone(int updates) {
        long start = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            t++;
            rule.update(theta, next, g, state, new Step(t, ETA));
            double[] before = theta;
            theta = next;
            next = before;
        }
        return (System.nanoTime() - start) / 1e9 / updates;
    }

    private static IntToDoubleFunction throughOptimizer(UpdateRule rule) {
        RandomStream random = new RandomStream(1);
        Shape shape = Shape.of(THROUGH_OPTIMIZER);
        Parameter theta = new Parameter("theta", random.uniform(shape, -1, 1));
        Optimizer optimizer = new Optimizer(rule, ETA, Map.of("theta", theta));
        return OptimizerTimes.of(optimizer, theta, random.uniform(shape, -1, 1));
    }
}
