package org.gradus.equation;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a line, one after the other. */
final class Tokens {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";

    /** A letter, then letters, accents, digits and primes; ᵀ counts as a letter elsewhere. */
    private static final String NAME = "[\\p{L}&&[^ᵀ]][\\p{L}\\p{Mn}\\d′&&[^ᵀ]]*";

    private static final String SIGN = "[+−/·√²^ᵀ_(){}|‖⌊⌋,=<≤>≥≠∞]";
    private static final Pattern TOKEN = Pattern.compile(NUMBER + "|∇L|Σ|" + NAME + "|" + SIGN);

    private final String text;
    private final Matcher matcher;
    private int start;
    private int end;

    Tokens(String line) {
        // an accent may be a character of its own or one with its letter; one form is enough from here on
        this.text = Normalizer.normalize(line, Normalizer.Form.NFC)
                .replace('-', '−')
                .strip();
        this.matcher = TOKEN.matcher(text);
        advance();
    }

    private void advance() {
        start = end;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        end = start;
        if (start == text.length()) {
            return;
        }
        matcher.region(start, text.length());
        if (!matcher.lookingAt()) {
            throw error("a symbol, a number or a sign of the notation");
        }
        end = matcher.end();
    }

    /** The present word or sign; "" after the last. */
    String peek() {
        return text.substring(start, end);
    }

    /** The present word or sign; the next one becomes the present. */
    String next() {
        String token = peek();
        advance();
        return token;
    }

    boolean isNumber() {
        return start < end && Character.isDigit(peek().charAt(0));
    }

    boolean isName() {
        return start < end && Character.isLetter(peek().charAt(0)) && !peek().equals("ᵀ");
    }

    /** Steps over a certain word or sign, if that is the present one. */
    boolean accept(String token) {
        boolean found = start < end && peek().equals(token);
        if (found) {
            advance();
        }
        return found;
    }

    /** Steps over a certain word or sign, which must be the present one; "" for the end. */
    void expect(String token) {
        if (!peek().equals(token)) {
            throw error(token.isEmpty() ? "the end of the line" : "'" + token + "'");
        }
        if (!token.isEmpty()) {
            advance();
        }
    }

    IllegalArgumentException error(String expected) {
        String found = start == text.length() ? "the line ends" : "found '" + text.substring(start) + "'";
        return new IllegalArgumentException(
                "equation '%s': expected %s at column %d, but %s".formatted(text, expected, start + 1, found));
    }
}
