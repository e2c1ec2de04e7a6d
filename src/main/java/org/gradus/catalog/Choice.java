package org.gradus.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A thing of a catalog, with some of its numbers: {@code adam}, or {@code adam:beta1=0.8,epsilon=1e-6}. The one way to write a rule, a schedule
 * and whatever else has numbers, in files, on the command line and in code.
 *
 * @param name the thing's name; that of a rule around another is {@code lookahead(adam)}
 * @param options the numbers given, by name, in the order to write them
 */
public record Choice(String name, Map<String, Double> options) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /** Keeps a copy of the map, which nobody can change. */
    public Choice {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * {@return a choice read from text}; whether there is such a thing, and such options, is for its catalog to say.
     *
     * @param text a name, perhaps followed by a colon and options, separated by commas; blanks around each part are ignored
     * @throws IllegalArgumentException if it has another form, or an option twice
     */
    public static Choice parse(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("'%s': a name must come first, as in adam:beta1=0.8".formatted(text));
        }
        Map<String, Double> options = new LinkedHashMap<>();
        String[] parts = colon < 0 ? new String[0] : text.substring(colon + 1).split(",", -1);
        for (String part : parts) {
            String[] nameAndValue = part.split("=", 2);
            String option = nameAndValue[0].strip();
            if (options.put(option, value(text, part, nameAndValue)) != null) {
                throw new IllegalArgumentException("'%s': %s is given twice; leave one out".formatted(text, option));
            }
        }
        return new Choice(name, options);
    }

    /**
     * {@return several choices of a text, each as it is typed: those of {@code sgd,adam:beta1=0.8,epsilon=1e-6} are two}
     *
     * @param text choices, separated by commas; a part with a {@code =} and no colon before it is an option of the choice before
     */
    public static List<String> list(String text) {
        List<String> choices = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            boolean option =
                    part.contains("=") && !part.substring(0, part.indexOf('=')).contains(":");
            if (option && !choices.isEmpty()) {
                choices.add(choices.remove(choices.size() - 1) + "," + part.strip());
            } else {
                choices.add(part.strip());
            }
        }
        return List.copyOf(choices);
    }

    private static double value(String text, String part, String... nameAndValue) {
        String value = nameAndValue[nameAndValue.length - 1].strip();
        if (nameAndValue.length < 2
                || nameAndValue[0].isBlank()
                || !NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s': behind the colon stand names and numbers, as in adam:beta1=0.8,epsilon=1e-6; found '%s'"
                            .formatted(text, part.strip()));
        }
        return Double.parseDouble(value);
    }

    /** The choice as it is typed, as in {@code adam:beta1=0.8,epsilon=1e-6}; {@link #parse} gives the same again. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(",", name + ":", "").setEmptyValue(name);
        options.forEach((option, value) -> text.add(option + "=" + ShortestDecimal.text(value)));
        return text.toString();
    }
}
