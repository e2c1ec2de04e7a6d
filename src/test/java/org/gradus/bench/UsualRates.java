package org.gradus.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.experiment.Comparison;
import org.gradus.experiment.ComparisonListener;
import org.gradus.experiment.Run;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.tensor.RandomStream;

/**
 * Finds the usual learning rate of rules: of 1, 2, 5 · 10ᵏ from 10⁻⁵ to 5 the one with the least validation loss on the digits after 20
 * epochs, the median of seeds 1 to 5, for a 64-64-10 perceptron with batch normalization. Prints a line {@code RULE RATE LOSS} each, with the
 * rate that is in the catalog behind it. Arguments name the rules; none means all.
 */
final class UsualRates {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);
    private static final int EPOCHS = 20;
    private static final int BATCH = 64;

    private UsualRates() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> names = args.length == 0 ? List.copyOf(Rules.names()) : List.of(args);
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
        Split data = Split.of(Digits.load(), 0.2, new RandomStream(0).split("split"));
        Map<String, RuleWithRate> rules = new LinkedHashMap<>();
        for (double rate : rates()) {
            rules.put(Double.toString(rate), new RuleWithRate(Rules.named(name), rate));
        }
        Comparison comparison =
                new Comparison(rules, SEEDS, data, random -> Mlp.withBatchNorm(random, 64, 64, 10), BATCH, EPOCHS);
        List<Run> runs = comparison
                .run(Runtime.getRuntime().availableProcessors(), new ComparisonListener() {})
                .runs();
        Map<Double, Double> losses = new LinkedHashMap<>();
        rules.keySet().forEach(rate -> losses.put(Double.valueOf(rate), median(runs, rate)));
        return losses;
    }

    private static double median(List<Run> runs, String rate) {
        double[] losses = runs.stream()
                .filter(run -> run.rule().equals(rate))
                .mapToDouble(run -> run.history().last().epoch() < EPOCHS
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
