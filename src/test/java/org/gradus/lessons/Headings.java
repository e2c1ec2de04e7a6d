package org.gradus.lessons;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** The anchors: small letters, hyphens for spaces, without punctuation; numbered where two are the same. */
    static Set<String> anchors(String text) {
        Map<String, Integer> used = new HashMap<>();
        Set<String> anchors = new LinkedHashSet<>();
        prose(text).lines().filter(line -> line.matches("#{1,6} .*")).forEach(line -> {
            String heading = line.replaceFirst("#+ ", "")
                    .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String anchor = heading.replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "").replace(' ', '-');
            int earlier = used.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        });
        return anchors;
    }
}
