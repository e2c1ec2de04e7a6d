package org.gradus.lecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.gradus.catalog.Catalog;

/** The lecture's figures by number and by name, chapter by chapter, and after them those of each other {@link Chapter} on the class path. */
public final class Figures {
    private Figures() {}

    /** {@return the chapters, in the order of the lecture} */
    public static List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        ServiceLoader.load(Chapter.class, Chapter.class.getClassLoader()).forEach(chapters::add);
        String ours = Figures.class.getPackageName() + ".";
        chapters.sort(
                Comparator.comparing(chapter -> !chapter.getClass().getName().startsWith(ours)));
        return List.copyOf(chapters);
    }

    /**
     * {@return all figures by name, chapter by chapter}
     *
     * @throws IllegalArgumentException if a chapter cannot be loaded, or a name or a number is taken; the message has the classes or the names
     */
    public static Catalog<FigureEntry> catalog() {
        Iterable<Chapter> chapters = () -> chapters().iterator(); // loaded where what is broken is told
        Catalog<FigureEntry> catalog = Catalog.of("figure", List::of, chapters);
        byNumber(catalog);
        return catalog;
    }

    private static Map<Integer, FigureEntry> byNumber(Catalog<FigureEntry> catalog) {
        Map<Integer, FigureEntry> figures = new LinkedHashMap<>();
        for (String name : catalog.names()) {
            FigureEntry other = figures.put(catalog.get(name).number(), catalog.get(name));
            if (other != null) {
                throw new IllegalArgumentException("figures: %s and %s have one number; give one of them another"
                        .formatted(other.name(), catalog.get(name)));
            }
        }
        return Collections.unmodifiableMap(figures);
    }

    /**
     * {@return the figures somebody means}
     *
     * @param typed their numbers, names or file names, each as in {@code 5}, {@code bias-correction} or {@code 05-bias-correction}; nothing for all
     * @throws IllegalArgumentException if there is no such figure; the message has the nearest name, or the numbers there are
     */
    public static List<FigureEntry> meant(List<String> typed) {
        Catalog<FigureEntry> catalog = catalog();
        Map<Integer, FigureEntry> numbered = byNumber(catalog);
        Stream<FigureEntry> figures = typed.isEmpty()
                ? numbered.values().stream()
                : typed.stream()
                        .map(text -> meant(text.strip(), catalog, numbered))
                        .distinct();
        return figures.sorted(Comparator.comparing(FigureEntry::number)).toList();
    }

    private static FigureEntry meant(String typed, Catalog<FigureEntry> catalog, Map<Integer, FigureEntry> numbered) {
        if (!typed.matches("[0-9]{1,6}")) {
            return catalog.get(catalog.meant(typed.replaceFirst("^[0-9]+[- ]", "")));
        }
        FigureEntry figure = numbered.get(Integer.parseInt(typed));
        if (figure == null) {
            throw new IllegalArgumentException("there is no figure %s; the numbers are 1 to %s"
                    .formatted(typed, Collections.max(numbered.keySet())));
        }
        return figure;
    }
}
