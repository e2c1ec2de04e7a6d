package org.gradus.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers by name from which a rule, a schedule or a landscape is made, such as {@code beta1}: those given, and for the others the defaults.
 *
 * <p>What makes the thing asks for each of its numbers by the name of the record's component, with the default; afterwards {@link #check} refuses
 * names nobody asked for.
 */
public final class Hyperparameters {
    private final String owner;
    private final String word;
    private final Map<String, Double> given;
    private final Map<String, Double> values = new LinkedHashMap<>();

    /**
     * Hyper-parameters before anybody asked for one.
     *
     * @param owner the thing's name, for messages
     * @param given the values that differ from the defaults, by name
     */
    public Hyperparameters(String owner, Map<String, Double> given) {
        this(owner, "hyper-parameter", given);
    }

    /**
     * Numbers that messages call by another word.
     *
     * @param owner the thing's name, for messages
     * @param word what such a number is called in messages, as {@code option}; its plural ends in s
     * @param given the values that differ from the defaults, by name
     */
    public Hyperparameters(String owner, String word, Map<String, Double> given) {
        this.owner = owner;
        this.word = word;
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
        whole(name, value, value == (int) value);
        return (int) value;
    }

    /**
     * {@return the value of a hyper-parameter that counts something of which there may be very many, as updates are}
     *
     * @param name its name
     * @param otherwise its default, for when none is given
     * @throws IllegalArgumentException if the value given is not a whole number, or is one beyond ±2⁶³
     */
    public long count(String name, long otherwise) {
        if (!given.containsKey(name)) {
            values.put(name, (double) otherwise);
            return otherwise;
        }
        double value = get(name, otherwise);
        whole(name, value, value == (long) value);
        return (long) value;
    }

    private void whole(String name, double value, boolean holds) {
        Domain.of(owner).require(holds, name, value, "a whole number");
    }

    /**
     * {@return the values of hyper-parameters of one name with a number at its end, as in {@code at100=0.01,at150=0.001}, by that number}
     *
     * <p>The number is a plain one, without a sign or zeros before it.
     *
     * @param name the name, without a number
     * @param otherwise the defaults, for when none of them is given
     */
    public SortedMap<Long, Double> numbered(String name, Map<Long, Double> otherwise) {
        SortedMap<Long, Double> numbered = new TreeMap<>();
        given.forEach((key, value) -> {
            String number = key.startsWith(name) ? key.substring(name.length()) : "";
            if (number.matches("0|[1-9][0-9]{0,17}")) {
                numbered.put(Long.valueOf(number), value);
            }
        });
        if (numbered.isEmpty()) {
            numbered.putAll(otherwise);
        }
        numbered.forEach((number, value) -> values.put(name + number, value));
        return numbered;
    }

    /**
     * Refuses names that are no hyper-parameters of the thing.
     *
     * @throws IllegalArgumentException if a name was given that nobody asked for; the message has the nearest name and all others
     */
    public void check() {
        for (String name : given.keySet()) {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("%s: there is no %s '%s'; it has none".formatted(owner, word, name));
            }
            try {
                Catalog.of(word, values).get(name);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(owner + ": " + unknown.getMessage(), unknown);
            }
        }
    }

    /** {@return all hyper-parameters asked for so far and their values, in the order of asking} */
    public Map<String, Double> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Whose numbers, and those asked for so far, as in {@code adam with {beta1=0.9, beta2=0.999}}. */
    @Override
    public String toString() {
        return owner + " with " + values;
    }
}
