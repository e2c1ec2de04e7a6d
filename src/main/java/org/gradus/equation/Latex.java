package org.gradus.equation;

import java.text.Normalizer;
import java.util.Map;

/** Symbols in LaTeX: Greek letters, accents over them, and everything that is not the letter as a subscript. */
final class Latex {
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('α', "\\alpha"),
            Map.entry('β', "\\beta"),
            Map.entry('γ', "\\gamma"),
            Map.entry('δ', "\\delta"),
            Map.entry('ε', "\\varepsilon"),
            Map.entry('η', "\\eta"),
            Map.entry('θ', "\\theta"),
            Map.entry('λ', "\\lambda"),
            Map.entry('μ', "\\mu"),
            Map.entry('ν', "\\nu"),
            Map.entry('ξ', "\\xi"),
            Map.entry('π', "\\pi"),
            Map.entry('ρ', "\\rho"),
            Map.entry('σ', "\\sigma"),
            Map.entry('τ', "\\tau"),
            Map.entry('φ', "\\varphi"),
            Map.entry('ψ', "\\psi"),
            Map.entry('Δ', "\\Delta"),
            Map.entry('Λ', "\\Lambda"),
            Map.entry('Π', "\\Pi"),
            Map.entry('Σ', "\\Sigma"));
    private static final Map<Character, String> ACCENTS =
            Map.of('\u0302', "\\hat", '\u0303', "\\tilde", '\u0304', "\\bar");

    private Latex() {}

    static String symbol(String name, Index index) {
        int split = name.indexOf('_');
        String head = split < 0 ? name : name.substring(0, split);
        String subscript = split < 0 ? "" : plain(name.substring(split + 1));
        StringBuilder letter = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (char c : Normalizer.normalize(head, Normalizer.Form.NFD).toCharArray()) {
            if (ACCENTS.containsKey(c)) {
                letter.insert(0, ACCENTS.get(c) + "{").append('}');
            } else if (c == '′') {
                after.append('\'');
            } else if (Character.isDigit(c)) {
                subscript = c + subscript;
            } else {
                letter.append(LETTERS.getOrDefault(c, String.valueOf(c)));
            }
        }
        subscript += plain(index.text().replaceFirst("^_", ""));
        return letter + (subscript.isEmpty() ? "" : "_{" + subscript + "}") + after;
    }

    private static String plain(String subscript) {
        String inside = subscript.replaceAll("[{}]", "").replace('−', '-').replace("∞", "\\infty");
        return inside.matches("[A-Za-z]{2,}") ? "\\mathrm{" + inside + "}" : inside;
    }
}
