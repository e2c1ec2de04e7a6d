package org.gradus.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Texts and places in HTML and SVG. */
public final class Markup {
    private Markup() {}

    /**
     * {@return a text as it stands in HTML and SVG, within an element or between the quotes of an attribute}
     *
     * @param text the text
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * {@return a place in an SVG picture, to a tenth of a pixel}
     *
     * @param pixels the place, finite
     */
    public static String place(double pixels) {
        return BigDecimal.valueOf(pixels)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
