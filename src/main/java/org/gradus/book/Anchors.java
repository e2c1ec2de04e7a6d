package org.gradus.book;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names of a page's headings in addresses, as GitHub makes them: in small letters, with hyphens for spaces, and numbered where two are the same. */
public final class Anchors {
    private final Map<String, Integer> used = new LinkedHashMap<>();

    /** The anchors of a page without any heading so far. */
    public Anchors() {}

    /**
     * {@return the next heading's name}
     *
     * @param heading the heading, as it is read: of a link its words
     */
    public String of(String heading) {
        String name = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
        int earlier = used.merge(name, 1, Integer::sum) - 1;
        return earlier == 0 ? name : name + "-" + earlier;
    }
}
