package org.gradus.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.optim.Rules;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * A rule as typed on the command line: {@code adam}, or {@code adam:beta1=0.8,epsilon=0}.
 *
 * @param name the rule's name
 * @param hyperparameters those that differ from the defaults, by name
 */
record RuleArgument(String name, Map<String, Double> hyperparameters) {
    private static final double RATE_OF_NORMALIZED_STEPS = 0.05;
    private static final double RATE_OF_RAW_STEPS = 0.001;

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if there is no such rule or hyper-parameter, or a value is no number
     */
    static RuleArgument parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Map<String, Double> hyperparameters = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String part : text.substring(colon + 1).split(",", -1)) {
                String[] nameAndValue = part.split("=", 2);
                hyperparameters.put(nameAndValue[0], value(text, nameAndValue));
            }
        }
        RuleArgument rule = new RuleArgument(name, hyperparameters);
        rule.rule();
        return rule;
    }

    private static double value(String text, String... nameAndValue) {
        try {
            return Double.parseDouble(nameAndValue[nameAndValue.length - 1]);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s': hyper-parameters follow the rule as in adam:beta1=0.8,epsilon=0; found '%s'"
                            .formatted(text, String.join("=", nameAndValue)),
                    e);
        }
    }

    /** The rule. */
    UpdateRule rule() {
        return Rules.named(name, hyperparameters);
    }

    /** All hyper-parameters that can be given, with their values here. */
    Map<String, Double> settable() {
        Map<String, Double> settable = new LinkedHashMap<>(Rules.hyperparameters(name));
        settable.putAll(hyperparameters);
        return settable;
    }

    /** A learning rate to look at the rule with: a larger one if the length of its steps does not grow with the gradient. */
    double usualRate() {
        UpdateRule rule = rule();
        State state = rule.init(1);
        double[] theta = {0};
        for (int t = 1; t <= 5; t++) {
            double[] next = new double[1];
            rule.update(theta, next, new double[] {1e6}, state, new Step(t, 1));
            theta = next;
        }
        return Math.abs(theta[0]) < 1e4 ? RATE_OF_NORMALIZED_STEPS : RATE_OF_RAW_STEPS;
    }
}
