package org.gradus.equation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How symbols and signs are written: as in the lecture, θ_{t−1} and m̂_t, or in ASCII, {@code theta_{t-1}} and {@code mHat_t}.
 *
 * <p>In ASCII a Greek letter is its English name, an accent the word Hat, Tilde or Bar behind its letter, a prime the word Prime, and a
 * subscript ∞ is {@code inf}. Both spellings are read wherever a symbol is read; an accent may then be a subscript as well: {@code m_hat_t}.
 */
public enum Spelling {
    /** As in the lecture. */
    LECTURE,
    /** In the characters of every keyboard; it reads back as the same symbols. */
    ASCII;

    private static final Map<String, String> LETTERS = letters(
            "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma "
                    + "τ tau υ upsilon φ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Φ Phi Ψ Psi Ω Omega");
    private static final Map<String, String> MARKS = letters("\u0302 Hat \u0303 Tilde \u0304 Bar ′ Prime");
    private static final Map<String, String> SIGNS = letters("− - · * × @ ≤ <= ≥ >= ≠ != ∇L gradL Σ sum ∞ inf");
    private static final Map<String, String> LETTER_OF = inverse(LETTERS);
    private static final Map<String, String> MARK_OF = inverse(MARKS);
    private static final Pattern LETTER_NAME = Pattern.compile(String.join("|", LETTER_OF.keySet()));
    private static final Pattern MARK_NAME = Pattern.compile(String.join("|", MARK_OF.keySet()));
    private static final Pattern GREEK = Pattern.compile("(?:" + LETTER_NAME + ")+");
    private static final Pattern WORD = Pattern.compile("([A-Za-z]+?)((?:" + MARK_NAME + "|\\d|′)*)");

    private static Map<String, String> letters(String pairs) {
        String[] each = pairs.split(" ");
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < each.length; i += 2) {
            names.put(each[i], each[i + 1]);
        }
        return Collections.unmodifiableMap(names);
    }

    private static Map<String, String> inverse(Map<String, String> names) {
        Map<String, String> inverse = new LinkedHashMap<>();
        names.forEach((sign, word) -> inverse.put(word, sign));
        return Collections.unmodifiableMap(inverse);
    }

    /**
     * {@return a symbol in ASCII: {@code mHat_t} for m̂_t, {@code theta_{t-1}} for θ_{t−1}, {@code beta1} for β1}
     *
     * @param symbol the symbol, in either spelling
     * @throws IllegalArgumentException if it is no symbol, or has a letter that no keyboard and no list of Greek letters has
     */
    public static String ascii(String symbol) {
        return Symbol.parse(symbol).text(ASCII);
    }

    /**
     * {@return a symbol as the lecture writes it: m̂_t for {@code mHat_t} and {@code m_hat_t}}
     *
     * @param symbol the symbol, in either spelling
     * @throws IllegalArgumentException if it is no symbol
     */
    public static String lecture(String symbol) {
        return Symbol.parse(symbol).text();
    }

    /**
     * {@return a symbol's name as code writes it: {@code mHat} for m̂_t, {@code beta1} for β1, {@code eta_min} for η_{min}}
     *
     * @param symbol the symbol, in either spelling; its step does not count
     * @throws IllegalArgumentException as for {@link #ascii}
     */
    public static String identifier(String symbol) {
        return ASCII.name(Symbol.parse(symbol).name()).replaceAll("[{}]", "").replaceAll("\\W", "_");
    }

    /**
     * {@return how one sign of the notation is written in ASCII: {@code theta} for θ, {@code Hat} for the accent of m̂, {@code <=} for ≤; empty for any
     * other character}
     *
     * @param sign the sign, one character
     */
    public static Optional<String> asciiOf(String sign) {
        return Stream.of(LETTERS, MARKS, SIGNS)
                .map(written -> written.get(sign))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * {@return the symbol that is asked for, as it stands among others}
     *
     * @param asked the symbol in either spelling; without a step, m̂_t for {@code mHat}, g_{t−1} for {@code g}
     * @param symbols those there are, as the lecture writes them
     * @param where what the sentence of refusal begins with
     * @throws IllegalArgumentException if it is none of them; the message has them all
     */
    public static String find(String asked, Collection<String> symbols, String where) {
        Symbol symbol = Symbol.parse(asked);
        if (symbols.contains(symbol.text())) {
            return symbol.text();
        }
        if (symbol.index() instanceof Index.None) {
            for (int offset : new int[] {0, -1, 1}) {
                String ofStep = new Symbol(symbol.name(), new Index.Relative(offset)).text();
                if (symbols.contains(ofStep)) {
                    return ofStep;
                }
            }
        }
        throw new IllegalArgumentException(
                "%s: there is no symbol %s; the symbols are %s".formatted(where, asked, listed(symbols)));
    }

    private static String listed(Collection<String> symbols) {
        return symbols.stream()
                .map(symbol -> symbol.matches("\\p{ASCII}+") ? symbol : symbol + " (" + ASCII.written(symbol) + ")")
                .collect(Collectors.joining(", "));
    }

    /** A sign of the notation. */
    String sign(String sign) {
        return this == LECTURE ? sign : SIGNS.getOrDefault(sign, sign);
    }

    /** A symbol's name with its subscript, if it has one. */
    String name(String name) {
        if (this == LECTURE) {
            return name;
        }
        String written = written(name);
        if (!written.matches("\\p{ASCII}+") || !Symbol.parse(written).name().equals(name)) {
            throw new IllegalArgumentException(
                    "symbol '%s': it has no spelling in ASCII; use a letter, or several Greek ones, with accents and digits behind, and the accents ˆ, ˜ and ¯"
                            .formatted(name));
        }
        return written;
    }

    private String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .mapToObj(point -> new String(new int[] {point}, 0, 1))
                .map(c -> LETTERS.getOrDefault(c, MARKS.getOrDefault(c, SIGNS.getOrDefault(c, c))))
                .collect(Collectors.joining());
    }

    /** A symbol's head, which is its name without its subscript, as the lecture writes it; any other word stays as it is. */
    static String head(String written) {
        Matcher word = WORD.matcher(written);
        if (written.length() < 2 || !word.matches()) {
            return written;
        }
        boolean greek = GREEK.matcher(word.group(1)).matches();
        return (greek ? replaced(word.group(1), LETTER_NAME, LETTER_OF) : word.group(1))
                + replaced(word.group(2), MARK_NAME, MARK_OF);
    }

    /** A subscript that is one word as the lecture writes it: λ for lambda, ∞ for inf. */
    static String subscript(String word) {
        return word.equals(SIGNS.get("∞")) ? "∞" : head(word);
    }

    /** The accent or prime that a subscript such as hat stands for; "" for none. */
    static String mark(String subscript) {
        return MARKS.entrySet().stream()
                .filter(mark -> mark.getValue().toLowerCase(Locale.ROOT).equals(subscript))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static String replaced(String text, Pattern names, Map<String, String> of) {
        StringBuilder replaced = new StringBuilder();
        Matcher name = names.matcher(text);
        int end = 0;
        while (name.find()) {
            replaced.append(text, end, name.start()).append(of.get(name.group()));
            end = name.end();
        }
        return replaced.append(text.substring(end)).toString();
    }

    /** The letter's command in LaTeX; the letter itself if it has none. */
    static String latex(String letter) {
        return switch (letter) {
            case "ε" -> "\\varepsilon";
            case "φ" -> "\\varphi";
            case "∞" -> "\\infty";
            default -> LETTERS.containsKey(letter) ? "\\" + LETTERS.get(letter) : letter;
        };
    }
}
