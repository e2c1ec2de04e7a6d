package org.gradus.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gradus.optim.Rules;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Constant;
import org.gradus.tensor.RandomStream;

/**
 * Times one update of a vector of a million parameters for each rule, in one thread. Prints a line {@code RULE NANOSECONDS} each: the median
 * over 9 repetitions of the mean time per parameter. Arguments name the rules to run; none means all. Run by {@code mvn -q test-compile
 * exec:exec -Pbench -Dbench=org.gradus.bench.RulesBench -Dbench.workloads="adam swats"}.
 */
final class RulesBench {
    private static final int SIZE = 1_000_000;
    private static final int REPETITIONS = 9;
    private static final int UPDATES = 12;
    private static final int WARM_UP_UPDATES = 150; // the compiler works beside the first ones

    private final UpdateRule rule;
    private final State state;
    private final double[] theta;
    private final double[] g;
    private long t;

    private RulesBench(UpdateRule rule) {
        this.rule = rule;
        this.state = rule.init(SIZE);
        RandomStream random = new RandomStream(1);
        this.theta = new double[SIZE];
        this.g = new double[SIZE];
        Arrays.setAll(theta, i -> random.uniform(-1, 1));
        Arrays.setAll(g, i -> random.uniform(-1, 1));
    }

    public static void main(String[] args) {
        for (String name : args.length == 0 ? List.copyOf(Rules.names()) : List.of(args)) {
            RulesBench bench = new RulesBench(Rules.named(name, new Constant(1e-4)));
            System.out.printf(Locale.ROOT, "%s %.2f%n", name, bench.nanosecondsPerParameter());
        }
    }

    private double nanosecondsPerParameter() {
        time(WARM_UP_UPDATES);
        return IntStream.range(0, REPETITIONS)
                .mapToDouble(i -> time(UPDATES))
                .sorted()
                .skip(REPETITIONS / 2)
                .findFirst()
                .orElseThrow();
    }

    private double time(int updates) {
        long start = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            t++;
            rule.update(theta, g, state, new Step(t, rule.eta().at(t - 1)));
        }
        return (double) (System.nanoTime() - start) / updates / SIZE;
    }
}
