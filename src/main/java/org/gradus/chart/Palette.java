package org.gradus.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The colors of a chart's lines: those that were asked for, and eight further ones for lines that were only given a name. */
public final class Palette {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    private static final List<String> OTHERS =
            List.of("#332288", "#cc6677", "#117733", "#3f93b8", "#a08c00", "#882255", "#6f6f6f", "#d45fb4");

    private Palette() {}

    /** {@return the eight colors of lines that only have a name, in their order} */
    public static List<String> others() {
        return OTHERS;
    }

    /**
     * The colors of lines that are shown together: a color is itself, and any other name gets the next of eight further colors, in the order of
     * the list; from the ninth such name on they repeat.
     *
     * @param names the colors as in HTML, such as {@code #1f6ed4}, and names, in any case; what comes again counts once
     * @return the colors as in HTML, by lowercase name, in the order of the list
     */
    public static Map<String, String> colors(List<String> names) {
        Map<String, String> colors = new LinkedHashMap<>();
        int others = 0;
        for (String name : names) {
            String key = name.toLowerCase(Locale.ROOT);
            if (COLOR.matcher(key).matches()) {
                colors.put(key, key);
            } else if (!colors.containsKey(key)) {
                colors.put(key, OTHERS.get(others++ % OTHERS.size()));
            }
        }
        return colors;
    }
}
