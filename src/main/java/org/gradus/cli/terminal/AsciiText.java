package org.gradus.cli.terminal;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradus.equation.Spelling;

/**
 * Text in the characters that a terminal has, sign by sign: θ_t = θ_{t−1} − η·g_t² becomes {@code theta_t = theta_{t-1} - eta*g_t^2}.
 *
 * <p>What is no sign of ours, such as the é in the name of a file, stays as it is if the terminal has it, and is otherwise written as Java
 * writes it: {@code \}{@code u00e9}. Nothing becomes a question mark.
 */
final class AsciiText {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("∇", "grad"),
            Map.entry("∑", "sum"),
            Map.entry("√", "sqrt"),
            Map.entry("±", "+-"),
            Map.entry("×", "x"),
            Map.entry("÷", "/"),
            Map.entry("½", "1/2"),
            Map.entry("°", " deg"),
            Map.entry("ᵞ", "^gamma"),
            Map.entry("‖", "||"),
            Map.entry("⌊", "floor("),
            Map.entry("⌋", ")"),
            Map.entry("→", "->"),
            Map.entry("←", "<-"),
            Map.entry("▶", ">"),
            Map.entry("∈", "in"),
            Map.entry("≈", "~"),
            Map.entry("ℝ", "R"),
            Map.entry("∂", "d"),
            Map.entry("…", "..."),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("¯", "Bar"),
            Map.entry("ˆ", "Hat"),
            Map.entry("˜", "Tilde"),
            Map.entry("─", "-"),
            Map.entry("│", "|"),
            Map.entry("└", "`"),
            Map.entry("├", "|"),
            Map.entry("\u00a0", " "));

    /** A root without brackets, over one letter or number with its accents and indices. */
    private static final Pattern ROOT =
            Pattern.compile("√([\\p{L}\\p{N}]\\p{M}*(?:_\\{[^}]*}|_[\\p{L}\\p{N}]|[₀-₉ₜᵢⱼₙₖ])*)");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵏᵗᵀ⊤";
    private static final String RAISED_AS = "0123456789+-nktTT";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋ₜᵢⱼₙₖ";
    private static final String LOWERED_AS = "0123456789-tijnk";

    /** What the terminal can show; of no use where all is to be ASCII. */
    private final Optional<CharsetEncoder> terminal;

    private boolean raised;

    private AsciiText(Optional<CharsetEncoder> terminal) {
        this.terminal = terminal;
    }

    /** All in ASCII. */
    static AsciiText pure() {
        return new AsciiText(Optional.empty());
    }

    /** Our signs in ASCII, the rest as the terminal has it. */
    static AsciiText where(CharsetEncoder terminal) {
        return new AsciiText(Optional.of(terminal));
    }

    /** The next piece of a text. */
    String of(String text) {
        return ROOT.matcher(text)
                .replaceAll("√($1)")
                .codePoints()
                .mapToObj(this::written)
                .collect(Collectors.joining());
    }

    private String written(int point) {
        boolean after = raised;
        raised = RAISED.indexOf(point) >= 0;
        if (raised) {
            return (after ? "" : "^") + RAISED_AS.charAt(RAISED.indexOf(point));
        }
        return point < 128 ? Character.toString(point) : sign(point);
    }

    private String sign(int point) {
        String sign = Character.toString(point);
        if (LOWERED.indexOf(point) >= 0) {
            String letter = LOWERED_AS.substring(LOWERED.indexOf(point)).substring(0, 1);
            return Character.isLetter(letter.charAt(0)) ? "_" + letter : letter;
        }
        return ours(sign)
                .or(() -> terminal.filter(encoder -> encoder.canEncode(sign)).map(encoder -> sign))
                .or(() -> accented(sign))
                .orElseGet(() -> sign.chars()
                        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                        .collect(Collectors.joining()));
    }

    private static Optional<String> ours(String sign) {
        return Optional.ofNullable(SIGNS.get(sign)).or(() -> Spelling.asciiOf(sign));
    }

    /** A letter with an accent of the notation, such as ĝ, in one character. */
    private static Optional<String> accented(String sign) {
        String parts = Normalizer.normalize(sign, Normalizer.Form.NFD);
        return parts.length() == 2 && parts.charAt(0) < 128
                ? ours(parts.substring(1)).map(mark -> parts.charAt(0) + mark)
                : Optional.empty();
    }
}
