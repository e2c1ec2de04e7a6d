package org.gradus.experiment;

import java.util.Map;
import org.gradus.optim.Rules;
import org.gradus.schedule.Constant;

/**
 * The learning rate to begin with for each rule, on data like the digits: of 1, 2, 5 · 10ᵏ near the best power of ten, the one with the least
 * validation loss on the digits after 20 epochs, the median of seeds 1 to 5, for a 64-64-10 perceptron with batch normalization.
 */
public final class UsualLearningRates {
    private static final Map<String, Double> RATES = Map.ofEntries(
            Map.entry("sgd", 2.0),
            Map.entry("sgdm", 0.1),
            Map.entry("sgdm-ema", 1.0),
            Map.entry("adagrad", 0.1),
            Map.entry("rmsprop", 0.002),
            Map.entry("adam", 0.005),
            Map.entry("swats", 0.005),
            Map.entry("amsgrad", 0.002),
            Map.entry("adabound", 0.005),
            Map.entry("radam", 0.02),
            Map.entry("lookahead-sgdm", 0.1),
            Map.entry("lookahead-adam", 0.01),
            Map.entry("nag", 0.5),
            Map.entry("nag-original", 0.5),
            Map.entry("nadam", 0.005),
            Map.entry("sgdm-l2", 0.2),
            Map.entry("adam-l2", 0.005),
            Map.entry("sgdwm", 0.1),
            Map.entry("adamw", 0.005),
            Map.entry("pytorch-sgdm", 0.1),
            Map.entry("pytorch-adagrad", 0.1),
            Map.entry("keras-adagrad", 0.5),
            Map.entry("pytorch-rmsprop", 0.002),
            Map.entry("pytorch-centered-rmsprop", 0.0005),
            Map.entry("efficient-adam", 0.005),
            Map.entry("kozistr-swats", 0.005),
            Map.entry("pytorch-amsgrad", 0.005),
            Map.entry("paper-amsgrad", 0.02),
            Map.entry("adabound-m", 0.01),
            Map.entry("paper-adabound", 0.01),
            Map.entry("authors-adabound", 0.005),
            Map.entry("authors-adaboundw", 0.02),
            Map.entry("authors-amsbound", 0.005),
            Map.entry("pytorch-radam", 0.02),
            Map.entry("authors-radam", 0.02),
            Map.entry("pytorch-nadam", 0.01),
            Map.entry("timm-sgdw", 0.1),
            Map.entry("paper-adamw", 0.005));

    private UsualLearningRates() {}

    /**
     * {@return a rule's usual learning rate}
     *
     * @param rule the rule's name
     * @throws IllegalArgumentException if there is no such rule
     */
    public static double of(String rule) {
        Rules.named(rule, new Constant(1));
        return RATES.get(rule);
    }
}
