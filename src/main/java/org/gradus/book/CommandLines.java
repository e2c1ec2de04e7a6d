package org.gradus.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands in a block of a lesson, word by word. */
final class CommandLines {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private CommandLines() {}

    /** Those that make a living page, each without {@code gradus} and without where it goes. */
    static List<List<String>> living(String block) {
        List<List<String>> living = new ArrayList<>();
        for (String line : block.replace("\\\n", " ").split("\n")) {
            List<String> words = words(line);
            if (words.size() > 1 && words.get(0).equals("gradus") && makesPage(words.get(1), words)) {
                living.add(withoutFile(words.subList(1, words.size())));
            }
        }
        return living;
    }

    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group().replaceAll("[\"']", ""));
        }
        return words;
    }

    private static boolean makesPage(String command, List<String> words) {
        return command.equals("trace") && asksForPage(words);
    }

    private static boolean asksForPage(List<String> words) {
        int format = words.indexOf("--format");
        return words.contains("--format=html")
                || format >= 0 && words.subList(format, words.size()).contains("html");
    }

    private static List<String> withoutFile(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("--out")) {
                i++;
            } else if (!words.get(i).startsWith("--out=")) {
                kept.add(words.get(i));
            }
        }
        return kept;
    }
}
