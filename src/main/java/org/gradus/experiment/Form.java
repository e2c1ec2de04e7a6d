package org.gradus.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.ShortestDecimal;

/**
 * What the values of a setting look like: how one is read, how it is written, and which there are.
 *
 * @param <T> the type of the values
 * @param text the form as it is shown, such as {@code N}
 * @param type the type of the values
 * @param reader makes a value from text without blanks around it, or says what it must be
 * @param writer writes a value so that the reader gives the same again
 */
public record Form<T>(String text, Class<T> type, Function<String, T> reader, Function<T, String> writer) {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

    /** Why a text is no value of a form: what it must be. */
    static final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Unfit(String mustBe) {
            super(mustBe);
        }
    }

    /**
     * {@return whole numbers}
     *
     * @param text the form as it is shown
     * @param least the least
     * @param most the largest
     */
    static Form<Integer> count(String text, int least, int most) {
        return new Form<>(
                text, Integer.class, typed -> (int) whole(typed, least, most), value -> Integer.toString(value));
    }

    /**
     * {@return whole numbers of 64 bits}
     *
     * @param text the form as it is shown
     * @param least the least
     * @param most the largest
     */
    static Form<Long> longCount(String text, long least, long most) {
        return new Form<>(text, Long.class, typed -> whole(typed, least, most), value -> Long.toString(value));
    }

    private static long whole(String typed, long least, long most) {
        if (WHOLE.matcher(typed).matches()) {
            long value = Long.parseLong(typed);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new Unfit("a whole number from %s to %s".formatted(least, most));
    }

    /**
     * {@return numbers}
     *
     * @param text the form as it is shown
     * @param holds which ones
     * @param domain which ones, in words, after "must be"
     */
    static Form<Double> number(String text, DoublePredicate holds, String domain) {
        return new Form<>(
                text,
                Double.class,
                typed -> {
                    double value = NUMBER.matcher(typed).matches() ? Double.parseDouble(typed) : Double.NaN;
                    if (!holds.test(value)) {
                        throw new Unfit(domain);
                    }
                    return value == 0 ? 0.0 : value; // -0 is 0
                },
                ShortestDecimal::text);
    }

    /** {@return yes and no} */
    static Form<Boolean> flag() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        for (String yes : List.of("yes", "true", "on")) {
            words.put(yes, true);
        }
        for (String no : List.of("no", "false", "off")) {
            words.put(no, false);
        }
        return new Form<>(
                "yes|no",
                Boolean.class,
                typed -> {
                    for (Map.Entry<String, Boolean> word : words.entrySet()) {
                        if (word.getKey().equalsIgnoreCase(typed)) {
                            return word.getValue();
                        }
                    }
                    throw new Unfit("yes or no");
                },
                value -> value ? "yes" : "no");
    }

    /**
     * {@return names of a catalog}
     *
     * @param catalog the catalog
     */
    static Form<String> name(Catalog<?> catalog) {
        return text("NAME", catalog::meant);
    }

    /**
     * {@return text that is written as it is read}
     *
     * @param text the form as it is shown
     * @param reader checks it, and writes it as it is meant
     */
    static Form<String> text(String text, Function<String, String> reader) {
        return new Form<>(text, String.class, reader, value -> value);
    }

    /** {@return the widths of layers, or none} */
    static Form<Widths> widths() {
        int most = 1_000_000;
        return new Form<>(
                "N,N",
                Widths.class,
                typed -> {
                    if (typed.isEmpty() || typed.equalsIgnoreCase(Widths.NONE)) {
                        return new Widths(List.of());
                    }
                    try {
                        return new Widths(Arrays.stream(typed.split(",", -1))
                                .map(width -> (int) whole(width.strip(), 1, most))
                                .toList());
                    } catch (Unfit e) {
                        throw (Unfit)
                                new Unfit("whole numbers from 1 to %s, separated by commas, or none".formatted(most))
                                        .initCause(e);
                    }
                },
                Widths::toString);
    }
}
