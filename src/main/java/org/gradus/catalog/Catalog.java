package org.gradus.catalog;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Things of one kind by their names, in a fixed order.
 *
 * @param <T> the type of the things
 */
public final class Catalog<T> {
    private final String kind;
    private final Map<String, T> entries;

    private Catalog(String kind, Map<String, T> entries) {
        this.kind = kind;
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * {@return a catalog}
     *
     * @param <T> the type of the things
     * @param kind what one of them is called in messages, such as {@code rule}; its plural ends in s
     * @param entries the things by name, in the order to list them
     */
    public static <T> Catalog<T> of(String kind, Map<String, T> entries) {
        return new Catalog<>(kind, entries);
    }

    /**
     * {@return a catalog of the library's own entries and after them those of its users}
     *
     * <p>A service loader as the sources lets users add to the catalog with a class of theirs, named in a file of {@code META-INF/services}:
     * {@code Catalog.of("rule", own, ServiceLoader.load(RuleSource.class))}.
     *
     * @param <E> the type of the entries
     * @param kind what one of them is called in messages, such as {@code rule}; its plural ends in s
     * @param own the library's own
     * @param more the sources of its users, in the order to list them
     * @throws IllegalArgumentException if a source cannot be loaded, or an entry's name is taken or no name; the message has the classes
     */
    public static <E extends Entry> Catalog<E> of(String kind, Source<E> own, Iterable<? extends Source<E>> more) {
        Gathering<E> all = new Gathering<>(kind);
        all.add(own);
        all.addAll(more);
        return new Catalog<>(kind, all.entries());
    }

    /** {@return all names, in order} */
    public Set<String> names() {
        return entries.keySet();
    }

    /**
     * {@return the thing of a name}
     *
     * @param name its name, letter by letter
     * @throws IllegalArgumentException if there is no such thing; the message has the nearest name and all others
     */
    public T get(String name) {
        T found = entries.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no %s '%s';%s the %ss are %s"
                    .formatted(
                            kind,
                            name,
                            nearest(name)
                                    .map(near -> " did you mean " + near + "?")
                                    .orElse(""),
                            kind,
                            String.join(", ", names())));
        }
        return found;
    }

    /**
     * {@return the name that somebody means who types one: capital letters and blanks around it do not matter}
     *
     * @param typed what was typed, such as {@code Adam}
     * @throws IllegalArgumentException if there is no such thing; the message has the nearest name and all others
     */
    public String meant(String typed) {
        String bare = typed.strip();
        if (!entries.containsKey(bare)) {
            for (String name : names()) {
                if (name.equalsIgnoreCase(bare)) {
                    return name;
                }
            }
            get(bare);
        }
        return bare;
    }

    /** How many things of which kind, as in {@code catalog of 3 rules}. */
    @Override
    public String toString() {
        return "catalog of %s %ss".formatted(entries.size(), kind);
    }

    /**
     * {@return the name that takes the fewest changes of a letter, if that is at most half of its letters}
     *
     * @param name a name that may be mistyped
     */
    public Optional<String> nearest(String name) {
        String typed = name.toLowerCase(Locale.ROOT);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return names().stream()
                .min(Comparator.comparingInt(known -> distance.apply(typed, known.toLowerCase(Locale.ROOT))))
                .filter(known -> 2 * distance.apply(typed, known.toLowerCase(Locale.ROOT)) <= known.length());
    }
}
