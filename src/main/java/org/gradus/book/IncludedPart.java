package org.gradus.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a lesson that is written from elsewhere: what stands between {@code <!-- include: KIND WHICH -->} and {@code <!-- end -->}.
 *
 * @param kind what is included: {@code code}, {@code equations}, {@code figure}, {@code facts}
 * @param which which one, such as {@code adam} or {@code 5}, or nothing
 * @param line the line of its first mark, 1 for the first line of the file
 * @param start where its content begins in the text, behind the line of the first mark
 * @param end where its content ends, before the line of the last mark
 */
public record IncludedPart(String kind, String which, int line, int start, int end) {
    private static final Pattern START = Pattern.compile("\\s*<!--\\s*include:\\s*(\\w+)\\s*(.*?)\\s*-->\\s*");
    private static final Pattern END = Pattern.compile("\\s*<!--\\s*end\\s*-->\\s*");

    /**
     * {@return the included parts of a text, in their order}
     *
     * @param text the text
     * @throws IllegalArgumentException if one has no end, or an end no beginning; the message has its line
     */
    public static List<IncludedPart> in(String text) {
        List<IncludedPart> parts = new ArrayList<>();
        Matcher open = null;
        int openLine = 0;
        int start = 0;
        int at = 0;
        int number = 0;
        for (String line : text.split("(?<=\n)")) {
            number++;
            Matcher mark = START.matcher(line);
            if (mark.matches()) {
                requireClosed(open, openLine);
                open = mark;
                openLine = number;
                start = at + line.length();
            } else if (isEnd(line)) {
                if (open == null) {
                    throw new IllegalArgumentException(
                            "line %s: an end without <!-- include: ... --> before it; remove it".formatted(number));
                }
                parts.add(new IncludedPart(open.group(1), open.group(2), openLine, start, at));
                open = null;
            }
            at += line.length();
        }
        requireClosed(open, openLine);
        return List.copyOf(parts);
    }

    private static void requireClosed(Matcher open, int line) {
        if (open != null) {
            throw new IllegalArgumentException("line %s: %s has no end; write <!-- end --> behind what is included"
                    .formatted(line, open.group().strip()));
        }
    }

    /**
     * {@return whether a line, or an HTML block, is the mark at which an included part begins}
     *
     * @param html the line
     */
    public static boolean isStart(String html) {
        return START.matcher(html).matches();
    }

    /**
     * {@return whether a line, or an HTML block, is the mark at which an included part ends}
     *
     * @param html the line
     */
    public static boolean isEnd(String html) {
        return END.matcher(html).matches();
    }
}
