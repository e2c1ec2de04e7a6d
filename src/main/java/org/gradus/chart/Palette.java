package org.gradus.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One fixed color for each optimization rule, the same in every figure, so that Adam is blue throughout the lecture.
 *
 * <p>The six colors of the basic rules (sgd, sgdm, nag, adagrad, rmsprop, adam) were chosen by search such that any two
 * of them stay apart for viewers with and without red-green blindness: at least 0.115 in the OKLab color space, also
 * after simulating protanopia and deuteranopia (Machado, Oliveira and Fernandes 2009,
 * <a href="https://doi.org/10.1109/TVCG.2009.113">doi:10.1109/TVCG.2009.113</a>); adam and sgdm, which meet most often,
 * are 0.27 apart. The variants are at least 0.095 from the rules they vary, but not each from each: fourteen colors
 * cannot be. Every rule's color has at least the contrast 3:1 with a white background.
 */
public final class Palette {

    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("sgd", "#2b2b2b"),
            Map.entry("sgdm", "#c23b13"),
            Map.entry("nag", "#93117e"),
            Map.entry("adagrad", "#33a58b"),
            Map.entry("rmsprop", "#cb8300"),
            Map.entry("adam", "#1f6ed4"),
            Map.entry("amsgrad", "#00525c"),
            Map.entry("adabound", "#b8609c"),
            Map.entry("swats", "#3a146e"),
            Map.entry("radam", "#8f8657"),
            Map.entry("nadam", "#2f6b3a"),
            Map.entry("adamw", "#5897bf"),
            Map.entry("sgdwm", "#6b2f00"),
            Map.entry("lookahead", "#ef677e"));

    private static final List<String> OTHERS =
            List.of("#332288", "#cc6677", "#117733", "#3f93b8", "#a08c00", "#882255", "#6f6f6f", "#d45fb4");

    private Palette() {}

    /**
     * The color of one name. A name that is not a rule of the lecture gets the first color kept for others; where
     * several such names meet, ask for all {@linkplain #colors together}.
     *
     * @param name the name of a rule, in any case
     * @return the color as in HTML, for instance {@code #1f6ed4}
     */
    public static String color(String name) {
        return colors(List.of(name)).get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The colors of names that are shown together: a rule its own, any other name the next of eight further colors, in
     * the order of the list; from the ninth such name on they repeat.
     *
     * @param names the names, in any case; one that comes again counts once
     * @return the colors as in HTML, by lowercase name, in the order of the list
     */
    public static Map<String, String> colors(List<String> names) {
        Map<String, String> colors = new LinkedHashMap<>();
        int others = 0;
        for (String name : names) {
            String key = name.toLowerCase(Locale.ROOT);
            if (RULES.containsKey(key)) {
                colors.put(key, RULES.get(key));
            } else if (!colors.containsKey(key)) {
                colors.put(key, OTHERS.get(others++ % OTHERS.size()));
            }
        }
        return colors;
    }
}
