package org.gradus.equation;

import java.text.Normalizer;
import java.util.Map;

/** Symbols in LaTeX: Greek letters, accents over them, and everything that is not the letter as a subscript. */
final class Latex {
    private static final Map<Character, String> ACCENTS =
            Map.of('\u0302', "\\hat", '\u0303', "\\tilde", '\u0304', "\\bar");

    private Latex() {}

    static String symbol(String name, Index index) {
        int split = name.indexOf('_');
        String head = split < 0 ? name : name.substring(0, split);
        StringBuilder letter = new StringBuilder();
        StringBuilder subscript = new StringBuilder();
        StringBuilder primes = new StringBuilder();
        for (char c : Normalizer.normalize(head, Normalizer.Form.NFD).toCharArray()) {
            if (ACCENTS.containsKey(c)) {
                letter.insert(0, ACCENTS.get(c) + "{").append('}');
            } else if (c == '′') {
                primes.append('\'');
            } else if (Character.isDigit(c)) {
                subscript.append(c);
            } else {
                letter.append(Spelling.latex(String.valueOf(c)));
            }
        }
        subscript.append(split < 0 ? "" : plain(name.substring(split + 1)));
        subscript.append(plain(index.text().replaceFirst("^_", "")));
        // a symbol with primes is a group: x'_t^2 would have two superscripts
        String base = word(letter.toString());
        String primed = primes.isEmpty() ? base : "{" + base + primes + "}";
        return primed + (subscript.isEmpty() ? "" : "_{" + subscript + "}");
    }

    private static String plain(String subscript) {
        StringBuilder inside = new StringBuilder();
        for (char c : subscript.replaceAll("[{}]", "").replace('−', '-').toCharArray()) {
            inside.append(Spelling.latex(String.valueOf(c)));
        }
        return word(inside.toString());
    }

    /** A word upright, where LaTeX would take it for a product of its letters. */
    private static String word(String letters) {
        return letters.matches("[A-Za-z]{2,}") ? "\\mathrm{" + letters + "}" : letters;
    }
}
