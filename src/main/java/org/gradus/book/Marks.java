package org.gradus.book;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML in a lesson: the marks of included parts, other comments, and the few elements that Markdown has no sign for. */
final class Marks {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)([^>]*)>");
    private static final Pattern ATTRIBUTES = Pattern.compile("(\\s+(open|(id|lang|align)=\"[^\"<>]*\"))*\\s*/?");
    private static final Set<String> ELEMENTS =
            Set.of("details", "summary", "br", "sub", "sup", "kbd", "b", "i", "em", "strong", "p", "div", "a", "span");

    private Marks() {}

    /** What a mark says is to be included; empty if it is no such mark. */
    static Optional<IncludedPart> include(String html) {
        return IncludedPart.isStart(html)
                ? Optional.of(IncludedPart.in(html.strip() + "\n<!-- end -->\n").get(0))
                : Optional.empty();
    }

    /** HTML without comments, if it has only what lessons may have. */
    static String checked(String html, Place place) {
        String kept = COMMENT.matcher(html).replaceAll("");
        Matcher tag = TAG.matcher(kept);
        while (tag.find()) {
            if (!ELEMENTS.contains(tag.group(1))
                    || !ATTRIBUTES.matcher(tag.group(2)).matches()) {
                throw place.refusal("%s is HTML that the book does not show; it shows %s, and else Markdown"
                        .formatted(
                                tag.group(),
                                String.join(", ", ELEMENTS.stream().sorted().toList())));
            }
        }
        return kept;
    }
}
