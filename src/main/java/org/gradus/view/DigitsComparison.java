package org.gradus.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.experiment.Comparison;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.tensor.RandomStream;

/**
 * The lecture's first question, Adam or SGDM?, asked of real data: a 64-64-10 perceptron with batch normalization learns handwritten digits.
 *
 * @param learningRates the rules to compare and the learning rate of each, in the order of the legends
 * @param epochs how often to go through the training data, at least 1
 * @param batchSize how many examples to a mini-batch, at least 1
 * @param seeds the seeds, one run per rule and seed
 */
public record DigitsComparison(Map<String, Double> learningRates, int epochs, int batchSize, List<Long> seeds) {
    private static final double VALIDATION_SHARE = 0.2;
    private static final long SPLIT_SEED = 0;

    /**
     * Keeps its own copies.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public DigitsComparison {
        learningRates = Collections.unmodifiableMap(new LinkedHashMap<>(learningRates));
        learningRates.forEach((rule, eta) -> new RuleWithRate(Rules.named(rule), eta));
        seeds = List.copyOf(seeds);
    }

    /** {@return the comparison, ready to run} */
    public Comparison comparison() {
        Split data = Split.of(Digits.load(), VALIDATION_SHARE, new RandomStream(SPLIT_SEED).split("split"));
        return new Comparison(rules(), seeds, data, random -> Mlp.withBatchNorm(random, 64, 64, 10), batchSize, epochs);
    }

    /** {@return the rules with their learning rates, by name} */
    public Map<String, RuleWithRate> rules() {
        Map<String, RuleWithRate> rules = new LinkedHashMap<>();
        learningRates.forEach((rule, eta) -> rules.put(rule, new RuleWithRate(Rules.named(rule), eta)));
        return rules;
    }

    /** {@return what was done, by name, in words: with this anyone can repeat the experiment} */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data", "1797 handwritten digits of 8 × 8 pixels, scaled to 0…1, in 10 classes");
        settings.put("split", "1438 to train, 359 to validate, shuffled with seed %s".formatted(SPLIT_SEED));
        settings.put("network", "64 – 64 – 10, batch normalization and ReLU after the first layer, He weights");
        settings.put("loss", "softmax cross-entropy");
        settings.put("batch size", Integer.toString(batchSize));
        settings.put("epochs", Integer.toString(epochs));
        settings.put(
                "learning rates",
                learningRates.entrySet().stream()
                        .map(e -> e.getKey() + " η = " + e.getValue())
                        .collect(Collectors.joining(", ")));
        settings.put("seeds", seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        return settings;
    }
}
