package org.gradus.lessons;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradus.book.Anchors;

/** The headings of a page, and the anchors that GitHub gives them. */
final class Headings {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *(```+).*?^ *\\1 *$");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private Headings() {}

    /** The text of a page without its blocks and comments, with all lines in their places. */
    static String prose(String text) {
        String withoutBlocks = FENCED.matcher(text)
                .replaceAll(block -> "\n".repeat((int) block.group().lines().count() - 1));
        return COMMENT.matcher(withoutBlocks)
                .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
    }

    /** The headings of the second level, in their order. */
    static List<String> ofParts(String text) {
        return prose(text)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    /** The anchors of all headings. */
    static Set<String> anchors(String text) {
        Anchors anchors = new Anchors();
        return prose(text)
                .lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1"))
                .map(anchors::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
