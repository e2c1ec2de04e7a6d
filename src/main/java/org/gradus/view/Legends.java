package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.catalog.Choice;
import org.gradus.equation.Spelling;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;

/** What things are called in legends and titles: words and symbols, not what one types. */
public final class Legends {
    private Legends() {}

    /**
     * {@return a rule, with those of its hyper-parameters that are not the usual ones, as in {@code Adam, β1 = 0.8}}
     *
     * @param rule the rule
     */
    public static String rule(UpdateRule rule) {
        Map<String, Double> own = rule.equations().constants();
        Map<String, Double> usual = usual(rule.name());
        List<String> parts = new ArrayList<>(List.of(Rules.written(rule.name())));
        own.forEach((symbol, value) -> {
            Double other = usual.get(Spelling.identifier(symbol));
            if (other != null && !other.equals(value)) {
                parts.add(symbol + " = " + Numbers.typeset(Numbers.text(value)));
            }
        });
        return String.join(", ", parts);
    }

    private static Map<String, Double> usual(String name) {
        boolean known = Rules.names().contains(name.replaceFirst(".*\\(", "").replace(")", ""));
        return known ? Rules.hyperparameters(name) : Map.of();
    }

    /**
     * {@return a rule as a run has it, as in {@code Adam, β1 = 0.8}}
     *
     * @param rule the rule's name, and its hyper-parameters
     */
    public static String rule(Choice rule) {
        return rule(Rules.named(rule.name(), rule.options()));
    }

    /**
     * {@return a future of a fork in words, as in {@code SGDM, η = 0.05 from epoch 5}}
     *
     * @param changes what it changes, by the names of the settings, such as {@code rule} and {@code learning-rate}
     * @param epoch the first epoch that has the changes
     */
    public static String future(Map<String, String> changes, int epoch) {
        List<String> parts = new ArrayList<>();
        changes.forEach((setting, value) -> parts.add(
                switch (setting) {
                    case "rule" -> rule(Rules.choice(value));
                    case "learning-rate" -> "η = " + value;
                    case "schedule" -> value;
                    default -> setting.replace('-', ' ') + " " + value;
                }));
        return String.join(", ", parts) + " from epoch " + epoch;
    }
}
