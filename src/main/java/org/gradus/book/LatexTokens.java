package org.gradus.book;

/** The parts of a formula in LaTeX, from left to right: commands, numbers, letters and signs. */
final class LatexTokens {
    private final String latex;
    private int at;

    LatexTokens(String latex) {
        this.latex = latex;
        skipSpace();
    }

    boolean atEnd() {
        return at >= latex.length();
    }

    /** The next part, which stays; "" at the end. */
    String peek() {
        return latex.substring(at, end());
    }

    /** The next part; "" at the end. */
    String next() {
        String token = peek();
        at += token.length();
        skipSpace();
        return token;
    }

    /** The words in braces that follow, as they are. */
    String words() {
        int close = latex.indexOf('}', at);
        if (!peek().equals("{") || close < 0) {
            throw refusal("words in braces are expected, found '%s'".formatted(peek()));
        }
        String words = latex.substring(at + 1, close);
        at = close + 1;
        skipSpace();
        return words;
    }

    IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException("the formula '%s': %s".formatted(latex.strip(), why));
    }

    private int end() {
        if (atEnd()) {
            return at;
        }
        char c = latex.charAt(at);
        int end = at + Character.charCount(latex.codePointAt(at));
        if (c == '\\' && end < latex.length()) {
            boolean letters = isLetter(latex.charAt(end));
            end++;
            while (letters && end < latex.length() && isLetter(latex.charAt(end))) {
                end++;
            }
            return letters && latex.startsWith("operatorname*", at + 1) ? end + 1 : end;
        }
        while (Character.isDigit(c) && end < latex.length() && isOfNumber(end)) {
            end++;
        }
        while (end < latex.length() && Character.getType(latex.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
    }

    private boolean isOfNumber(int place) {
        char c = latex.charAt(place);
        boolean digitAfter = place + 1 < latex.length() && Character.isDigit(latex.charAt(place + 1));
        return Character.isDigit(c) || c == '.' && digitAfter;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void skipSpace() {
        while (at < latex.length() && Character.isWhitespace(latex.charAt(at))) {
            at++;
        }
    }
}
