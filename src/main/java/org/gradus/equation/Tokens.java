package org.gradus.equation;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a line, one after the other; those in ASCII as the lecture's. */
final class Tokens {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?(?:[eE][+−]?\\d+)?";

    /** A letter, then letters, accents, digits and primes; ᵀ counts as a letter elsewhere. */
    private static final String NAME = "[\\p{L}&&[^ᵀ]][\\p{L}\\p{Mn}\\d′&&[^ᵀ]]*";

    private static final String SIGN = "<=|>=|!=|[+−/·*×@√²^ᵀ_(){}|‖⌊⌋,=<≤>≥≠∞]";

    /** What is a sum or a gradient only before the bracket that goes with it, so that symbols may have these names. */
    private static final String WORD = "sum(?=\\s*_\\s*\\{[^}]*=)|gradL(?=\\s*\\()";

    private static final Pattern TOKEN = Pattern.compile("(∇L|Σ|" + WORD + ")|" + NUMBER + "|(" + NAME + ")|" + SIGN);
    private static final Map<String, String> OF_ASCII =
            Map.of("<=", "≤", ">=", "≥", "!=", "≠", "*", "·", "@", "×", "sum", "Σ", "gradL", "∇L");
    private static final Set<String> RESERVED = Set.of("if", "where", "and");

    private static final int LONGEST = 4000;

    private final String text;
    private final Matcher matcher;
    private int start;
    private int end;
    private String present = "";
    private boolean isName;

    Tokens(String line) {
        // an accent may be a character of its own or one with its letter; one form is enough from here on
        this.text = Normalizer.normalize(line, Normalizer.Form.NFC)
                .replace('-', '−')
                .replace('\'', '′')
                .strip();
        this.matcher = TOKEN.matcher(text);
        if (text.length() > LONGEST) {
            start = LONGEST;
            throw error("the end of the line, which has at most " + LONGEST + " characters,");
        }
        advance();
    }

    private void advance() {
        start = end;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        end = start;
        present = "";
        isName = false;
        if (start == text.length()) {
            return;
        }
        matcher.region(start, text.length());
        if (!matcher.lookingAt()) {
            throw error("a symbol, a number or a sign of the notation");
        }
        end = matcher.end();
        present = matcher.group();
        isName = matcher.group(2) != null;
        if (!isName) {
            present = OF_ASCII.getOrDefault(present, present);
        }
    }

    /** The present word or sign; "" after the last. */
    String peek() {
        return present;
    }

    /** The present word or sign; the next one becomes the present. */
    String next() {
        String token = present;
        advance();
        return token;
    }

    boolean isNumber() {
        return start < end && Character.isDigit(text.charAt(start));
    }

    /** Whether the present word can be a symbol's. */
    boolean isName() {
        return isName && !RESERVED.contains(present);
    }

    /** Whether a sign follows the present word at once, without a space. */
    boolean isDirectlyBefore(String sign) {
        return text.startsWith(sign, end);
    }

    /** Steps over a certain word or sign, if that is the present one. */
    boolean accept(String token) {
        boolean found = start < end && present.equals(token);
        if (found) {
            advance();
        }
        return found;
    }

    /** Steps over a certain word or sign, which must be the present one; "" for the end. */
    void expect(String token) {
        if (!present.equals(token)) {
            throw error(token.isEmpty() ? "the end of the line" : "'" + token + "'");
        }
        if (!token.isEmpty()) {
            advance();
        }
    }

    IllegalArgumentException error(String expected) {
        String found = start == text.length() ? "the line ends" : "found '" + text.substring(start) + "'";
        return new IllegalArgumentException(
                "equation '%s': expected %s at column %s, but %s".formatted(text, expected, start + 1, found));
    }
}
