package org.gradus.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hyper-parameters by the names of a rule's record components, such as {@code beta1}, from which a rule is made: those given, and for the
 * others its defaults.
 *
 * <p>What makes the rule asks for each of its hyper-parameters, with the default; afterwards {@link #check} refuses names nobody asked for.
 */
public final class Hyperparameters {
    private final String rule;
    private final Map<String, Double> given;
    private final Map<String, Double> values = new LinkedHashMap<>();

    /**
     * Hyper-parameters before anybody asked for one.
     *
     * @param rule the rule's name, for messages
     * @param given the values that differ from the defaults, by name
     */
    public Hyperparameters(String rule, Map<String, Double> given) {
        this.rule = rule;
        this.given = new LinkedHashMap<>(given);
    }

    /**
     * {@return the value of a hyper-parameter}
     *
     * @param name its name
     * @param otherwise its default, for when none is given
     */
    public double get(String name, double otherwise) {
        double value = given.getOrDefault(name, otherwise);
        values.put(name, value);
        return value;
    }

    /**
     * {@return the value of a hyper-parameter that counts something}
     *
     * @param name its name
     * @param otherwise its default, for when none is given
     * @throws IllegalArgumentException if the value given is not a whole number, or is one beyond ±2³¹
     */
    public int count(String name, int otherwise) {
        double value = get(name, otherwise);
        if (value != (int) value) {
            throw new IllegalArgumentException("%s: %s must be a whole number, found %s".formatted(rule, name, value));
        }
        return (int) value;
    }

    /**
     * Refuses names that are no hyper-parameters of the rule.
     *
     * @throws IllegalArgumentException if a name was given that nobody asked for; the message has the nearest name and all others
     */
    public void check() {
        for (String name : given.keySet()) {
            if (values.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: there is no hyper-parameter '%s'; its only one is the learning rate"
                                .formatted(rule, name));
            }
            try {
                Catalog.of("hyper-parameter", values).get(name);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(rule + ": " + unknown.getMessage(), unknown);
            }
        }
    }

    /** {@return all hyper-parameters asked for so far and their values, in the order of asking} */
    public Map<String, Double> values() {
        return Collections.unmodifiableMap(values);
    }
}
