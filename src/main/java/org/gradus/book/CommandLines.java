package org.gradus.book;

import java.util.ArrayList;
import java.util.List;

/** The commands in a block of a lesson of which the book shows what they make. */
final class CommandLines {
    private CommandLines() {}

    /** Those of a block that make a living page, each without {@code gradus} and without where it goes. */
    static List<List<String>> living(FencedBlock block) {
        return block.commands().stream()
                .filter(words -> words.size() > 1 && words.get(0).equals("gradus") && makesPage(words.get(1), words))
                .map(words -> withoutFile(words.subList(1, words.size())))
                .toList();
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
