package org.gradus.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.book.FencedBlock;
import org.gradus.lessons.Pages.Page;

/**
 * All that a page shows as one program, from top to bottom: its Java as it stands, in the lines where it stands, and its commands as calls. So the
 * compiler, and whatever goes wrong while it runs, name the line of the page.
 *
 * @param page the page
 * @param commandsOfCi whether commands that take long are run too
 */
record LessonProgram(Page page, boolean commandsOfCi) {
    private static final Pattern IMPORT = Pattern.compile("\\s*(import\\s[^;]+;).*");
    /** How a type or a method begins, at the margin of a block; what ends neither in the same line nor at the margin is none. */
    private static final Pattern DECLARATION = Pattern.compile(
            "(?:(?:public|static|final|abstract) )*(?:(?:class|record|interface|enum) \\w.*"
                    + "|(?:<.*> )?(?!return |new |else |throw )[A-Za-z][\\w.]*(?:<.*>)?(?:\\[\\])* \\w+\\([^=;]*\\)(?: throws [\\w, .]+)? \\{.*)");

    /** What the program jshell knows without being told. */
    private static final List<String> KNOWN_TO_JSHELL = Stream.of(
                    "io",
                    "math",
                    "net",
                    "nio.file",
                    "util",
                    "util.concurrent",
                    "util.function",
                    "util.regex",
                    "util.stream")
            .map("import java.%s.*;"::formatted)
            .toList();

    /** What a block should print. */
    record Expected(FencedBlock block, FencedBlock output) {}

    /** The name of the program's class. */
    String type() {
        return "Page_" + page.name().replaceAll("[^A-Za-z0-9]", "_");
    }

    /** Whether there is anything to run. */
    boolean isEmpty() {
        return run().isEmpty();
    }

    /** The blocks that are run, in their order. */
    List<FencedBlock> run() {
        return page.blocks().stream()
                .filter(block -> isJava(block) || isCommands(block))
                .toList();
    }

    /** The README's Java is run by TenLinesTest, in JShell. */
    private boolean isJava(FencedBlock block) {
        return block.language().equals("java")
                && !block.included()
                && !page.name().equals("README.md");
    }

    private boolean isCommands(FencedBlock block) {
        return block.language().equals("sh") || block.language().equals("sh ci") && commandsOfCi;
    }

    /** The blocks behind which there is what they print. */
    List<Expected> expected() {
        List<FencedBlock> run = run();
        List<FencedBlock> all = page.blocks();
        return IntStream.range(1, all.size())
                .filter(i -> all.get(i).language().equals("text") && run.contains(all.get(i - 1)))
                .filter(i -> all.get(i).first() - all.get(i - 1).last() <= 2)
                .mapToObj(i -> new Expected(all.get(i - 1), all.get(i)))
                .toList();
    }

    /**
     * The program's two sources: what is done, in a method, and the types and methods declared in the blocks, in the type it extends, where each sees
     * all others. Lines are those of the page in both.
     */
    Map<String, String> sources() {
        List<String> done = emptyLines();
        List<String> declared = emptyLines();
        List<String> imports = new ArrayList<>(KNOWN_TO_JSHELL);
        for (FencedBlock block : run()) {
            if (isJava(block)) {
                copy(block, done, declared, imports);
            } else {
                done.set(block.last() - 1, "$run.commands(%s);".formatted(quoted(commands(block))));
            }
            done.set(block.last() - 1, done.get(block.last() - 1) + " $run.done(%s);".formatted(block.first()));
        }
        String top = "package page; " + String.join(" ", imports);
        done.set(
                0,
                "%s class %s extends %s { static void run(org.gradus.lessons.LessonRun $run) throws Throwable {"
                        .formatted(top, type(), declarations()));
        declared.set(0, "%s class %s {".formatted(top, declarations()));
        return Map.of(
                type(), String.join("\n", done) + "\n}}\n", declarations(), String.join("\n", declared) + "\n}\n");
    }

    private String declarations() {
        return type() + "_declarations";
    }

    private List<String> emptyLines() {
        return new ArrayList<>(page.text().lines().map(line -> "").toList());
    }

    private static void copy(FencedBlock block, List<String> done, List<String> declared, List<String> imports) {
        boolean inside = false;
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            Matcher found = IMPORT.matcher(line);
            boolean starts = !inside && DECLARATION.matcher(line).matches();
            if (found.matches()) {
                imports.add(found.group(1));
            } else if (inside || starts) {
                declared.set(
                        block.first() + i, starts ? "static " + line.replaceFirst("^(public |static )+", "") : line);
                inside = starts ? !line.matches(".*[};]\\s*(//.*)?") : !line.startsWith("}");
            } else {
                done.set(block.first() + i, line);
            }
        }
    }

    /** The commands of a block, each in a line, its words with a tab between. */
    private static String commands(FencedBlock block) {
        return GradusCommands.of(block).stream()
                .map(words -> String.join("\t", words))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
