package org.gradus.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.catalog.ShortestDecimal;

/**
 * Numbers as text: the one way in which tables, pages and pictures write them, the same on every machine and in every locale.
 *
 * <p>Texts for the console and for files have the hyphen-minus, so that other programs read them; {@link #typeset} gives the minus of a slide.
 */
public final class Numbers {
    private static final int DIGITS = 6;

    private Numbers() {}

    /**
     * {@return a number to read: six significant digits, without zeros at the end}
     *
     * @param number the number
     */
    public static String text(double number) {
        return RoundedDecimal.text(number, DIGITS);
    }

    /**
     * {@return a number to compute with: every digit, so that reading it gives the same bits; {@code NaN}, {@code Infinity}, {@code -Infinity}}
     *
     * @param number the number
     */
    public static String exact(double number) {
        return ShortestDecimal.text(number);
    }

    /**
     * {@return a number with a fixed count of places behind the point, half to even, as columns of a table want it; {@code NaN}, {@code ∞} and
     * {@code -∞} as in {@link #text}}
     *
     * @param number the number
     * @param places how many places, at least 0
     */
    public static String fixed(double number, int places) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .setScale(places, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : text(number);
    }

    /**
     * {@return a share as percent, as in {@code 97.5 %}}
     *
     * @param share the share, 1 for all
     * @param places how many places behind the point
     */
    public static String percent(double share, int places) {
        return fixed(100 * share, places) + " %";
    }

    /**
     * {@return a text as on a slide: − for each hyphen that is the sign of a number}
     *
     * @param text a number, or a text with numbers in it
     */
    public static String typeset(String text) {
        return text.replaceAll("(?<![\\p{L}\\p{N}])-(?=[\\p{N}∞.])|(?<=\\p{N}e)-(?=\\p{N})", "−");
    }
}
