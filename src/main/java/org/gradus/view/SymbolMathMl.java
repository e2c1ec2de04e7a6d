package org.gradus.view;

import java.text.Normalizer;
import java.util.Map;
import org.gradus.equation.Symbol;

/** Symbols as MathML: letters with accents above them, primes, and everything else as a subscript. */
final class SymbolMathMl {
    private static final Map<Character, String> ACCENTS = Map.of('\u0302', "^", '\u0303', "~", '\u0304', "¯");

    private SymbolMathMl() {}

    static String of(Symbol symbol) {
        return power(symbol, "");
    }

    /** A symbol with an exponent above its subscript; "" for none. */
    static String power(Symbol symbol, String exponent) {
        String name = symbol.name();
        int split = name.indexOf('_');
        String head = split < 0 ? name : name.substring(0, split);
        StringBuilder letters = new StringBuilder();
        StringBuilder subscript = new StringBuilder();
        StringBuilder primes = new StringBuilder();
        String letter = "";
        for (char c : Normalizer.normalize(head, Normalizer.Form.NFD).toCharArray()) {
            if (ACCENTS.containsKey(c)) {
                letter = "<mover accent=\"true\">" + letter + "<mo stretchy=\"false\">" + ACCENTS.get(c)
                        + "</mo></mover>";
            } else if (c == '′') {
                primes.append(c);
            } else if (Character.isDigit(c)) {
                subscript.append(c);
            } else {
                letters.append(letter);
                letter = "<mi>" + c + "</mi>";
            }
        }
        letters.append(letter);
        subscript.append(split < 0 ? "" : name.substring(split + 1));
        subscript.append(symbol.index().text());
        return scripts(
                "<mrow>" + letters + "</mrow>", subscript(subscript.toString()), high(primes.toString(), exponent));
    }

    private static String high(String primes, String exponent) {
        if (primes.isEmpty()) {
            return exponent;
        }
        String sign = "<mo>" + primes + "</mo>";
        return exponent.isEmpty() ? sign : "<mrow>" + sign + exponent + "</mrow>";
    }

    private static String scripts(String base, String low, String high) {
        if (low.isEmpty()) {
            return high.isEmpty() ? base : "<msup>" + base + high + "</msup>";
        }
        return high.isEmpty() ? "<msub>" + base + low + "</msub>" : "<msubsup>" + base + low + high + "</msubsup>";
    }

    private static String subscript(String text) {
        String inside = text.replaceAll("[{}_]", "");
        if (inside.isEmpty()) {
            return "";
        }
        return "<mrow>"
                + inside.replaceAll("(\\p{L}+|∞)|(\\d+)|([+−])", "<mi>$1</mi><mn>$2</mn><mo>$3</mo>")
                        .replaceAll("<(m[ino])></\\1>", "")
                + "</mrow>";
    }
}
