package org.gradus.lessons;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page says that is printed, against what is. */
final class Output {
    private static final String ANYTHING = "…";

    private Output() {}

    /** Whether something printed is what is expected, in which a line with … only stands for any lines. */
    static boolean matches(List<String> expected, String printed) {
        String pattern = expected.stream()
                .map(line -> line.strip().equals(ANYTHING) ? "(?:.*\n)*?" : Pattern.quote(line.stripTrailing()) + "\n")
                .collect(Collectors.joining());
        return Pattern.compile(pattern).matcher(tidy(printed)).matches();
    }

    /** Lines without spaces at their ends, and no empty lines at the end. */
    static String tidy(String printed) {
        String lines = printed.lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
        return lines.stripTrailing() + "\n";
    }
}
