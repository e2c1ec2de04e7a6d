package org.gradus.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules for the parts of charts: every part is there, and a text is a single line of characters that both a font and an XML file can hold. */
final class Labels {

    private Labels() {}

    /**
     * Checks the texts above a chart.
     *
     * @throws IllegalArgumentException if the title is blank, or one of them is null or cannot be drawn
     */
    static void requireTitles(String title, String subtitle) {
        require("chart: the title", title);
        if (title.isBlank()) {
            throw new IllegalArgumentException("chart: the title is blank; say in a few words what the chart shows");
        }
        require("chart '" + title + "': the subtitle", subtitle);
    }

    /**
     * Checks that a part of a chart is there.
     *
     * @throws IllegalArgumentException if it is null
     */
    static void requirePart(String title, String what, Object part) {
        if (part == null) {
            throw new IllegalArgumentException("chart '" + title + "': " + what + " is null; every part is needed");
        }
    }

    /**
     * A copy of a list of parts, all of which are there.
     *
     * @throws IllegalArgumentException if the list or a part is null
     */
    static <T> List<T> copy(String title, String what, List<T> list) {
        requirePart(title, "the list of " + what, list);
        list.forEach(each -> requirePart(title, "one of the " + what, each));
        return List.copyOf(list);
    }

    /**
     * A copy of a list that is not empty, of parts that are all there.
     *
     * @throws IllegalArgumentException if the list is null or empty, or a part is null
     */
    static <T> List<T> copySome(String title, String what, List<T> list, String see) {
        requirePart(title, "the list of " + what, list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException(
                    "chart '" + title + "': there is no " + what + " to draw; give at least one, see " + see);
        }
        return copy(title, what, list);
    }

    /** The names in a list, each once, without empty ones. */
    static String sentence(String what, Stream<String> names) {
        String list = names.filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining(", "));
        return list.isEmpty() ? what + "." : what + ": " + list + ".";
    }

    /**
     * Returns the text, checked.
     *
     * @param what names the text in the error message
     * @param text the text
     * @return the same text
     * @throws IllegalArgumentException if the text is null or has a character that cannot be drawn
     */
    static String require(String what, String text) {
        if (text == null) {
            throw new IllegalArgumentException(what + " is null; give a text, or \"\" for none");
        }
        int bad = text.codePoints().filter(c -> !drawable(c)).findFirst().orElse(-1);
        if (bad >= 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has the character U+%04X, which cannot be drawn; write it as one line of visible text",
                    what,
                    bad));
        }
        return text;
    }

    /** XML 1.0 allows no control characters, no lone surrogates and neither U+FFFE nor U+FFFF. */
    private static boolean drawable(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !Character.isISOControl(character) && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
