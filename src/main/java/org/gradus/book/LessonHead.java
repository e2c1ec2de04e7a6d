package org.gradus.book;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the top of a lesson.
 *
 * @param facts those of the comment before the title, by name
 * @param title the title
 */
record LessonHead(Map<String, String> facts, String title) {
    private static final Pattern TOP = Pattern.compile("\\A\\s*<!--(.*?)-->", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("^# +(.*)$", Pattern.MULTILINE);

    static LessonHead of(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        Matcher top = TOP.matcher(text);
        if (top.find()) {
            top.group(1).lines().forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    facts.put(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip());
                }
            });
        }
        Matcher title = TITLE.matcher(text);
        return new LessonHead(facts, title.find() ? title.group(1).strip() : "");
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    String shortTitle() {
        return title.replaceFirst(":\\s.*", "");
    }
}
