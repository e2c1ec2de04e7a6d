package org.gradus.optim;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The colors of rules in charts: how one is written, and those of rules that bring none. */
final class RuleColor {
    private static final Pattern AS_IN_HTML = Pattern.compile("#[0-9a-f]{6}");

    /** In degrees: 360 / golden ratio², by which many hues in a row stay apart. */
    private static final double GOLDEN_ANGLE = 137.50776405003785;

    private static final double SATURATION = 0.55;

    /** Both dark enough for the contrast 3:1 with white in every hue. */
    private static final List<Double> LIGHTNESS = List.of(0.36, 0.25);

    private RuleColor() {}

    static void check(String rule, String color) {
        if (!color.isEmpty() && !AS_IN_HTML.matcher(color).matches()) {
            throw new IllegalArgumentException(
                    "%s: a color is written as in #1f6ed4, found '%s'; leave it out for one by the rule's place in the list"
                            .formatted(rule, color));
        }
    }

    /** The color of the rule at a place among those that bring none. */
    static String at(int place) {
        double hue = place * GOLDEN_ANGLE;
        double lightness = LIGHTNESS.get(place % LIGHTNESS.size());
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                channel(0, hue, lightness),
                channel(8, hue, lightness),
                channel(4, hue, lightness));
    }

    /** Red, green or blue, 0, 8 or 4 twelfths of the circle of hues from red. */
    private static long channel(int twelfths, double hue, double lightness) {
        double k = (twelfths + hue / 30) % 12;
        double way = Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        return Math.round(255 * lightness * (1 - SATURATION * way));
    }
}
