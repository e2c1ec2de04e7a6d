package org.gradus.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of Markdown between fences of three or more backticks.
 *
 * @param language what stands behind the first fence, such as {@code java}, {@code sh}, {@code sh ci}, {@code text} or {@code math}
 * @param first the line of the first fence, 1 for the first line of the file
 * @param last the line of the last fence
 * @param lines what stands between them, without the indentation of the fence
 * @param included whether it stands in an included part, which is written from elsewhere
 */
public record FencedBlock(String language, int first, int last, List<String> lines, boolean included) {
    private static final Pattern FENCE = Pattern.compile("( *)(`{3,}) *([^`]*)");
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    /** Keeps a copy of the lines. */
    public FencedBlock {
        lines = List.copyOf(lines);
    }

    /**
     * {@return the blocks of a text, in their order}
     *
     * @param text the text
     * @throws IllegalArgumentException if a block has no end; the message has its line
     */
    public static List<FencedBlock> in(String text) {
        List<FencedBlock> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        boolean included = false;
        for (int i = 0; i < lines.size(); i++) {
            included = IncludedPart.isStart(lines.get(i)) || included && !IncludedPart.isEnd(lines.get(i));
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = end(lines, i, fence.group(2));
                int indent = fence.group(1).length();
                List<String> inside = lines.subList(i + 1, end).stream()
                        .map(line -> line.substring(Math.min(
                                indent, line.length() - line.stripLeading().length())))
                        .toList();
                blocks.add(new FencedBlock(fence.group(3).strip(), i + 1, end + 1, inside, included));
                i = end;
            }
        }
        return List.copyOf(blocks);
    }

    private static int end(List<String> lines, int start, String fence) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(fence)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "line %s: a block begins with %s and has no end; close it with the same".formatted(start + 1, fence));
    }

    /** {@return the lines as one text} */
    public String content() {
        return String.join("\n", lines);
    }

    /** {@return the commands in it, word by word as a shell has them, without comments and prompts; a line may go on behind a backslash} */
    public List<List<String>> commands() {
        return content()
                .replaceAll("\\\\\\n\\s*", "")
                .lines()
                .map(line -> line.replaceFirst("^\\$ ", ""))
                .map(FencedBlock::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find() && !word.group().startsWith("#")) {
            words.add(word.group().replaceAll("[\"']", ""));
        }
        return List.copyOf(words);
    }
}
