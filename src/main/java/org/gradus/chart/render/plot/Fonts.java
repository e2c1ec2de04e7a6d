package org.gradus.chart.render.plot;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds a font that has all letters of a text: DejaVu Sans for nearly all, another one of this machine for Chinese. */
public final class Fonts {
    private static final Set<UnicodeScript> EAST_ASIAN = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    /**
     * Looked at before all others: their Chinese looks as it does in Taiwan, and they have sans-serif Latin letters. The last is Java's own mixture of
     * all fonts there are, for Chinese beside signs such as ₜ.
     */
    private static final List<String> PREFERRED = List.of(
            "Noto Sans CJK TC", "Noto Sans TC", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans", Font.SANS_SERIF);

    private Fonts() {}

    /**
     * {@return the wanted font if it has all letters of the text, else one of the same size and weight that has}
     *
     * @param wanted the font to take if possible
     * @param text the text
     * @throws IllegalStateException if none has; the message says what to install
     */
    public static Font able(Font wanted, String text) {
        if (wanted.canDisplayUpTo(text) < 0) {
            return wanted;
        }
        return able(
                wanted,
                text,
                List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
    }

    /** The same among given fonts. */
    static Font able(Font wanted, String text, List<Font> others) {
        return others.stream()
                .sorted(Comparator.comparingInt(Fonts::rank)
                        .thenComparing(Font::getName)) // Java lists them in any order
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .map(font -> font.deriveFont(wanted.getStyle(), wanted.getSize2D()))
                .orElseThrow(() -> new IllegalStateException(missing(wanted, text, others)));
    }

    private static int rank(Font font) {
        int place = PREFERRED.indexOf(font.getFamily());
        String name = font.getName();
        boolean plain = name.equals(font.getFamily()) || name.endsWith("Regular") || name.endsWith(".plain");
        return 2 * (place < 0 ? PREFERRED.size() : place) + (plain ? 0 : 1);
    }

    private static String missing(Font wanted, String text, List<Font> others) {
        int missing = text.codePoints()
                .filter(c -> !wanted.canDisplay(c))
                .filter(c -> others.stream().noneMatch(font -> font.canDisplay(c)))
                .findFirst()
                .orElseGet(() -> text.codePointAt(wanted.canDisplayUpTo(text)));
        String character = new String(Character.toChars(missing));
        boolean eastAsian = text.codePoints().anyMatch(c -> EAST_ASIAN.contains(UnicodeScript.of(c)));
        return "charts: no font on this machine has all letters of '" + text + "', '" + character + "' ("
                + Integer.toHexString(missing)
                + " in Unicode) for one; install one that has, on Debian and Ubuntu: apt-get install "
                + (eastAsian ? "fonts-noto-cjk" : "fonts-noto");
    }

    /**
     * {@return the family of the font that a text needs, for a file that names it; empty for the usual one}
     *
     * @param wanted the font to take if possible
     * @param text the text
     * @throws IllegalStateException if none has all letters of the text; the message says what to install
     */
    public static String family(Font wanted, String text) {
        Font able = able(wanted, text);
        return Arrays.asList(wanted.getFamily(), Look.FONT_FAMILY).contains(able.getFamily()) ? "" : able.getFamily();
    }
}
