package org.gradus.lecture;

import java.util.Locale;
import java.util.Map;

/** How the rules are written in titles and legends. */
final class RuleNames {
    private static final Map<String, String> WRITTEN = Map.of("adam", "Adam");

    private RuleNames() {}

    /** The rule's name as the lecture writes it: an acronym in capitals unless it is a word. */
    static String written(String rule) {
        return WRITTEN.getOrDefault(rule, rule.toUpperCase(Locale.ROOT));
    }
}
