package org.gradus.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;

/**
 * The entries of several sources, as they come. A source that cannot be loaded, and an entry without a name of its own, are refused.
 *
 * @param <E> the entries
 */
final class Gathering<E extends Entry> {
    private final String kind;
    private final Map<String, E> entries = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    Gathering(String kind) {
        this.kind = kind;
    }

    /** All entries so far, by name. */
    Map<String, E> entries() {
        return entries;
    }

    /** Adds sources that are loaded while one iterates over them, as those of a {@code ServiceLoader} are. */
    void addAll(Iterable<? extends Source<E>> more) {
        try {
            more.forEach(this::add);
        } catch (ServiceConfigurationError broken) {
            String why = broken.getCause() == null ? "" : " (" + broken.getCause() + ")";
            throw new IllegalArgumentException(
                    "%ss: %s%s; mend that class, or take it out of META-INF/services"
                            .formatted(kind, broken.getMessage(), why),
                    broken);
        }
    }

    void add(Source<E> source) {
        String owner = source.getClass().getName();
        entriesOf(source, owner).forEach(entry -> add(entry, owner));
    }

    private List<E> entriesOf(Source<E> source, String owner) {
        try {
            return List.copyOf(source.entries());
        } catch (RuntimeException | LinkageError broken) {
            throw new IllegalArgumentException(
                    "%ss: %s does not give its entries (%s); mend that class, or take it out of META-INF/services"
                            .formatted(kind, owner, broken),
                    broken);
        }
    }

    private void add(E entry, String owner) {
        String name = entry.name();
        if (name == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "%s '%s' of %s: a name consists of small letters and digits, with single hyphens between; give it such a name"
                            .formatted(kind, name, owner));
        }
        String taken = sources.putIfAbsent(name, owner);
        if (taken != null) {
            throw new IllegalArgumentException(
                    "%s '%s' of %s: that name is taken by %s; give it another".formatted(kind, name, owner, taken));
        }
        entries.put(name, entry);
    }
}
