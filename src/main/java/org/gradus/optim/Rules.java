package org.gradus.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gradus.schedule.Schedule;

/** The rules by name, each with its default hyper-parameters but for the learning rate. */
public final class Rules {
    private static final Map<String, Function<Schedule, UpdateRule>> BY_NAME = byName();

    private Rules() {}

    private static Map<String, Function<Schedule, UpdateRule>> byName() {
        Map<String, Function<Schedule, UpdateRule>> rules = new LinkedHashMap<>();
        rules.put("sgd", Sgd::new);
        rules.put("sgdm", Sgdm::new);
        rules.put("adam", Adam::new);
        return Collections.unmodifiableMap(rules);
    }

    /** {@return the names of all rules, in the lecture's order} */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /**
     * {@return a rule by name}
     *
     * @param name one of {@link #names()}
     * @param eta the learning rate
     * @throws IllegalArgumentException if there is no such rule
     */
    public static UpdateRule named(String name, Schedule eta) {
        Function<Schedule, UpdateRule> rule = BY_NAME.get(name);
        if (rule == null) {
            throw new IllegalArgumentException(
                    "rule: there is no rule '%s'; the rules are %s".formatted(name, String.join(", ", names())));
        }
        return rule.apply(eta);
    }
}
