package org.gradus.chart.render;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.chart.Chart;

/**
 * What a file tells beside the picture.
 *
 * @param title the chart's title
 * @param description the chart in one sentence
 * @param entries the names and texts given, in their order
 */
record Metadata(String title, String description, Map<String, String> entries) {
    static final String TITLE = "Title";
    static final String DESCRIPTION = "Description";

    private static final int LONGEST_NAME = 79; // what PNG allows

    Metadata(Chart chart, Map<String, String> entries) {
        this(required(chart).title(), chart.description(), checked(entries));
    }

    private static Chart required(Chart chart) {
        if (chart == null) {
            throw new IllegalArgumentException("charts: the chart is null; give one, for instance LineChart.of(...)");
        }
        return chart;
    }

    private static Map<String, String> checked(Map<String, String> entries) {
        if (entries == null) {
            throw new IllegalArgumentException("metadata: the map is null; give Map.of() for none");
        }
        entries.forEach((name, text) -> {
            boolean fine = name != null
                    && !name.isBlank()
                    && name.equals(name.strip())
                    && name.length() <= LONGEST_NAME
                    && name.chars().allMatch(c -> c >= ' ' && c <= '~');
            if (!fine || name.equals(TITLE) || name.equals(DESCRIPTION)) {
                throw new IllegalArgumentException("metadata: found the name '" + name
                        + "'; give 1 to 79 ASCII characters, and neither Title nor Description, which the chart has");
            }
            if (text == null || !text.codePoints().allMatch(Metadata::canBeWritten)) {
                throw new IllegalArgumentException("metadata: the text of '" + name
                        + "' is null or has a character that a file cannot hold; give visible text and line feeds");
            }
        });
        return new LinkedHashMap<>(entries);
    }

    /** What both XML 1.0 and a PNG text hold. */
    private static boolean canBeWritten(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character == '\n'
                || character == '\t'
                || !Character.isISOControl(character) && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }

    /** All of it, by name. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(TITLE, title);
        all.put(DESCRIPTION, description);
        all.putAll(entries);
        return all;
    }
}
