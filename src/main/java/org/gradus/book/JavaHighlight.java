package org.gradus.book;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradus.view.Markup;

/** Java as HTML, with its keywords, texts, comments, numbers and annotations in spans of the classes k, s, c, n and a. */
final class JavaHighlight {
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends final "
                            + "finally float for goto if implements import instanceof int interface long native new package private "
                            + "protected public return short static strictfp super switch synchronized this throw throws transient "
                            + "try void volatile while true false null var record sealed permits non yield")
                    .split(" "));

    private static final Pattern TOKEN = Pattern.compile(
            "(?<c>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
                    + "|(?<s>\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+')"
                    + "|(?<a>@(?!interface\\b)[A-Za-z_][\\w.]*)"
                    + "|(?<n>\\b(?:0[xX][\\da-fA-F_]+|\\d[\\d_]*(?:\\.[\\d_]*)?(?:[eE][+-]?\\d+)?)[dDfFlL]?\\b)"
                    + "|(?<w>[\\p{L}_$][\\p{L}\\p{N}_$]*)",
            Pattern.DOTALL);

    private JavaHighlight() {}

    /** The program as HTML; a span never goes beyond the end of its line. */
    static String html(String java) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(java);
        int end = 0;
        while (token.find()) {
            html.append(Markup.escape(java.substring(end, token.start())));
            html.append(spans(kind(token), token.group()));
            end = token.end();
        }
        return html.append(Markup.escape(java.substring(end))).toString();
    }

    /** The program as HTML, line by line. */
    static List<String> lines(String java) {
        return Arrays.asList(html(java).split("\n", -1));
    }

    private static String kind(Matcher token) {
        return List.of("c", "s", "a", "n").stream()
                .filter(kind -> token.group(kind) != null)
                .findFirst()
                .orElse(KEYWORDS.contains(token.group()) ? "k" : "");
    }

    private static String spans(String kind, String text) {
        if (kind.isEmpty()) {
            return Markup.escape(text);
        }
        return Arrays.stream(text.split("\n", -1))
                .map(line -> line.isEmpty() ? "" : "<span class=\"%s\">%s</span>".formatted(kind, Markup.escape(line)))
                .collect(Collectors.joining("\n"));
    }
}
