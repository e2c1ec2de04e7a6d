package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gradus.catalog.Choice;
import org.gradus.equation.Spelling;
import org.gradus.landscape.Landscape;
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
     * {@return a rule as it is typed, such as {@code adam:beta1=0.8}, written out; any other text as it is}
     *
     * @param text a rule as it is typed, or words of somebody's own for a run
     */
    static String ruleOrAsItIs(String text) {
        return typed(text).map(Legends::rule).orElse(text);
    }

    /**
     * {@return the color of a rule as it is typed; any other text as it is, for the chart to choose a color for it}
     *
     * @param text a rule as it is typed, or words of somebody's own for a run
     */
    static String color(String text) {
        return typed(text).map(rule -> Rules.color(rule.name())).orElse(text);
    }

    private static Optional<Choice> typed(String text) {
        try {
            return Optional.of(Rules.choice(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no rule, but words
        }
    }

    /**
     * {@return a problem as in a title: {@code Beale}, {@code Three-Hump-Camel}}
     *
     * @param landscape the problem
     */
    public static String problem(Landscape landscape) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}")
                .matcher(landscape.name())
                .replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
    }

    /**
     * {@return settings that tell a run from others, such as what a future of a fork changes, in words, as in {@code SGDM, η = 0.05}}
     *
     * @param values their values as they are typed, by the names of the settings, such as {@code rule} and {@code learning-rate}
     */
    public static String settings(Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((setting, value) -> parts.add(
                switch (setting) {
                    case "rule" -> rule(Rules.choice(value));
                    case "learning-rate" -> "η = " + value;
                    case "schedule" -> value;
                    default -> setting.replace('-', ' ') + " " + value;
                }));
        return String.join(", ", parts);
    }
}
