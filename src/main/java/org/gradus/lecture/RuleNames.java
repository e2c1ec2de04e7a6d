package org.gradus.lecture;

import java.util.Locale;
import java.util.Map;

/** How the rules are written in titles and legends. */
final class RuleNames {
    private static final Map<String, String> WRITTEN = Map.of(
            "adagrad", "Adagrad",
            "rmsprop", "RMSProp",
            "adam", "Adam",
            "amsgrad", "AMSGrad",
            "adabound", "AdaBound",
            "radam", "RAdam",
            "nadam", "Nadam",
            "adamw", "AdamW",
            "lookahead-sgdm", "Lookahead (SGDM)",
            "lookahead-adam", "Lookahead (Adam)");

    private RuleNames() {}

    /** The rule's name as the lecture writes it: an acronym in capitals unless it is a word. What the lecture does not name is as typed. */
    static String written(String rule) {
        String acronym = rule.contains("-") ? rule : rule.toUpperCase(Locale.ROOT);
        return WRITTEN.getOrDefault(rule, acronym);
    }
}
