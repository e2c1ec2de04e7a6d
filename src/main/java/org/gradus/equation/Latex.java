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
            Map.entry('ζ', "\\zeta"),
            Map.entry('η', "\\eta"),
            Map.entry('θ', "\\theta"),
            Map.entry('κ', "\\kappa"),
            Map.entry('λ', "\\lambda"),
            Map.entry('μ', "\\mu"),
            Map.entry('ν', "\\nu"),
            Map.entry('ξ', "\\xi"),
            Map.entry('π', "\\pi"),
            Map.entry('ρ', "\\rho"),
            Map.entry('σ', "\\sigma"),
            Map.entry('τ', "\\tau"),
            Map.entry('φ', "\\varphi"),
            Map.entry('χ', "\\chi"),
            Map.entry('ψ', "\\psi"),
            Map.entry('ω', "\\omega"),
            Map.entry('Γ', "\\Gamma"),
            Map.entry('Δ', "\\Delta"),
            Map.entry('Λ', "\\Lambda"),
            Map.entry('Π', "\\Pi"),
            Map.entry('Φ', "\\Phi"),
            Map.entry('Ω', "\\Omega"),
            Map.entry('∞', "\\infty"));
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
                letter.append(LETTERS.getOrDefault(c, String.valueOf(c)));
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
            inside.append(LETTERS.getOrDefault(c, String.valueOf(c)));
        }
        return word(inside.toString());
    }

    /** A word upright, where LaTeX would take it for a product of its letters. */
    private static String word(String letters) {
        return letters.matches("[A-Za-z]{2,}") ? "\\mathrm{" + letters + "}" : letters;
    }
}
