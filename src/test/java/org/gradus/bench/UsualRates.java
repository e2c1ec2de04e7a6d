package org.gradus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.equation.RuleNames;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.Runner;
import org.gradus.optim.Rules;

/**
 * Finds the usual learning rate of rules: of 1, 2, 5 · 10ᵏ from 10⁻⁵ to 5 the one with the least validation loss on the digits after 20
 * epochs, the median of seeds 1 to 5, for a 64-64-10 perceptron with batch normalization. Prints a line {@code RULE RATE LOSS} each, with the
 * rate that is in the catalog behind it. Arguments name the rules; none means all.
 */
final class UsualRates {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);
    private static final int EPOCHS = 20;

    private UsualRates() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> names = args.length == 0
                ? RuleNames.ofVectors().filter(name -> !name.contains("(")).toList()
                : List.of(args);
        for (String name : names) {
            Map<Double, Double> losses = losses(name);
            double best = losses.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                    .orElseThrow()
                    .getKey();
            System.out.printf(
                    Locale.ROOT,
                    "%s %s %.4f (catalog: %s)%n",
                    name,
                    best,
                    losses.get(best),
                    Rules.entry(name).usualRate());
        }
    }

    /** The median validation loss by learning rate; a run that diverged has none. */
    private static Map<Double, Double> losses(String name) throws InterruptedException {
        RunSpec base = RunSpec.of(Map.of("data", "digits", "rule", name, "epochs", EPOCHS));
        Plan plan = Plan.of(base).over(Settings.LEARNING_RATE, rates()).over(Settings.SEED, SEEDS);
        Results results =
                new Runner(new DataShelf(), Runtime.getRuntime().availableProcessors()).run(plan, new RunListener() {});
        Map<Double, Double> losses = new LinkedHashMap<>();
        results.by(Settings.LEARNING_RATE).forEach(group -> losses.put(Double.valueOf(group.name()), median(group)));
        return losses;
    }

    private static double median(RunGroup group) {
        double[] losses = group.runs().stream()
                .mapToDouble(run -> run.failure().isPresent()
                                || run.diverged()
                                || run.history().last().epoch() < EPOCHS
                        ? Double.POSITIVE_INFINITY
                        : run.history().last().validation().loss())
                .sorted()
                .toArray();
        double median = losses[losses.length / 2];
        return Double.isNaN(median) ? Double.POSITIVE_INFINITY : median;
    }

    private static List<Double> rates() {
        List<Double> rates = new ArrayList<>();
        for (int k = -5; k <= 0; k++) {
            for (int digit : Arrays.asList(1, 2, 5)) {
                rates.add(Double.parseDouble(digit + "e" + k));
            }
        }
        return rates;
    }
}
