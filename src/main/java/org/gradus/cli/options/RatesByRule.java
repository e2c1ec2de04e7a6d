package org.gradus.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gradus.catalog.Choice;

/** What is typed at {@code --learning-rate} where there are several rules: a rate for all of them, or one for each of some. */
public final class RatesByRule {
    private final Map<String, String> rates = new LinkedHashMap<>(); // that of all by ""

    /**
     * Reads rates.
     *
     * @param typed texts such as {@code 0.01} and {@code adam=0.01,sgd=0.1}
     * @param meant the rule that somebody means who types one
     * @throws IllegalArgumentException if a rate is given twice
     */
    public RatesByRule(List<String> typed, UnaryOperator<String> meant) {
        for (String rate :
                typed.stream().flatMap(text -> ruleAndRate(text).stream()).toList()) {
            int equals = rate.lastIndexOf('=');
            String rule = equals < 0 ? "" : meant.apply(rate.substring(0, equals));
            if (rates.put(rule, rate.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("--learning-rate: that of %s is given twice; leave one out"
                        .formatted(rule.isEmpty() ? "all rules" : rule));
            }
        }
    }

    /** The parts between commas; a comma within a rule's options ends none, for there a rate has not come yet. */
    private static List<String> ruleAndRate(String text) {
        List<String> parts = new ArrayList<>();
        String open = "";
        for (String part : text.split(",", -1)) {
            open = open.isEmpty() ? part.strip() : open + "," + part.strip();
            boolean complete = !open.contains(":") || part.indexOf('=') != part.lastIndexOf('=');
            if (complete) {
                parts.add(open);
                open = "";
            }
        }
        if (!open.isEmpty()) {
            parts.add(open);
        }
        return parts;
    }

    /** {@return the rate of all rules that have none of their own} */
    public Optional<String> ofAll() {
        return Optional.ofNullable(rates.get(""));
    }

    /**
     * {@return a rule's own rate: given for it with just these options, or for all rules of its name}
     *
     * @param rule the rule
     */
    public Optional<String> own(Choice rule) {
        return Optional.ofNullable(rates.getOrDefault(rule.toString(), rates.get(rule.name())));
    }

    /** {@return the rules that have one of their own} */
    public Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>(rates.keySet());
        rules.remove("");
        return rules;
    }
}
