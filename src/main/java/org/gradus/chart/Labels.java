package org.gradus.chart;

import java.util.Locale;

/** The one rule for texts in charts: a single line of characters that both a font and an XML file can hold. */
final class Labels {

    private Labels() {}

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
