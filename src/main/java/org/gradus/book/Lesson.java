package org.gradus.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A lesson as it stands in its file: a comment with its facts, the title, and the text in Markdown.
 *
 * @param file the file, such as {@code lessons/10-adam/README.md}
 * @param facts what the comment above the title says, by name
 * @param title the title without its number, such as {@code Adam: a step whose length does not depend on the gradient's size}
 * @param text the whole file, with line ends as on Unix
 */
public record Lesson(Path file, Map<String, String> facts, String title, String text) {
    /** The names of the facts, in their order. */
    public static final List<String> FACTS = List.of(
            "zh",
            "summary",
            "summary-zh",
            "slide",
            "equation",
            "class",
            "figures",
            "page",
            "assignment",
            "notebook",
            "minutes");

    private static final Set<String> NEVER_EMPTY = Set.of("zh", "summary", "summary-zh", "slide", "minutes");
    private static final String README = "README.md";
    private static final Pattern FOLDER = Pattern.compile("([0-9]{2})-[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TOP = Pattern.compile("\\A<!--\\n(.*?)-->\\n+# ([^\\n]*)\\n", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("([0-9]+) · (\\S.*)");

    /** Keeps a copy of the facts. */
    public Lesson {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * {@return the lessons in a folder, in their order}
     *
     * @param folder the folder, such as {@code lessons}; what is in it beside folders such as {@code 10-adam} is no lesson
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file is no lesson; the message has the place, what was found and what to do
     */
    public static List<Lesson> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> each = Files.list(folder)) {
            files = each.filter(Lesson::isFolder)
                    .map(path -> path.resolve(README))
                    .sorted()
                    .toList();
        }
        Map<Path, Lesson> lessons = new LinkedHashMap<>();
        for (Path file : files) {
            lessons.put(file, read(file));
        }
        return List.copyOf(lessons.values());
    }

    /**
     * {@return whether a folder is that of a lesson, by its name: two digits and words with hyphens, as in {@code 10-adam}}
     *
     * @param path the folder
     */
    public static boolean isFolder(Path path) {
        return Files.isDirectory(path)
                && FOLDER.matcher(path.getFileName().toString()).matches();
    }

    /**
     * {@return the lesson in a file}
     *
     * @param file its {@code README.md}, in a folder such as {@code 10-adam}
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no lesson; the message has the place, what was found and what to do
     */
    public static Lesson read(Path file) throws IOException {
        return of(file, Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * {@return the lesson that a text is}
     *
     * @param file its file, in a folder such as {@code 10-adam}; it need not be there
     * @param text the text in it
     * @throws IllegalArgumentException if it is no lesson; the message has the place, what was found and what to do
     */
    public static Lesson of(Path file, String text) {
        String unix = text.replace("\r\n", "\n");
        Matcher top = TOP.matcher(unix);
        if (!top.find()) {
            throw refusal(
                    file, 1, "a lesson begins with a comment of facts, from <!-- to -->, and a title, # 10 · Adam");
        }
        Map<String, String> facts = facts(file, top.group(1));
        Matcher title = TITLE.matcher(top.group(2).strip());
        int line = line(unix, top.start(2));
        if (!title.matches()) {
            throw refusal(file, line, "the title is '%s'; write it as # 10 · Adam".formatted(top.group(2)));
        }
        Lesson lesson = new Lesson(file, facts, title.group(2), unix);
        if (!FOLDER.matcher(lesson.folder()).matches() || lesson.number() != Integer.parseInt(title.group(1))) {
            throw refusal(
                    file,
                    line,
                    "the title has the number %s, the folder is '%s'; give both the same, as # 10 · Adam in 10-adam"
                            .formatted(title.group(1), lesson.folder()));
        }
        return lesson;
    }

    private static Map<String, String> facts(Path file, String comment) {
        Map<String, String> facts = new LinkedHashMap<>();
        int number = 1;
        for (String line : comment.lines().toList()) {
            number++;
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            if (colon < 0 || !FACTS.contains(name) || facts.containsKey(name)) {
                throw refusal(
                        file,
                        number,
                        "'%s' is no fact, or there twice; the facts are %s, each as name: value"
                                .formatted(line, FACTS));
            }
            facts.put(name, line.substring(colon + 1).strip());
        }
        if (!List.copyOf(facts.keySet()).equals(FACTS)) {
            throw refusal(file, 1, "the facts are %s; give all in this order: %s".formatted(facts.keySet(), FACTS));
        }
        facts.forEach((name, value) -> {
            if (value.isEmpty() && NEVER_EMPTY.contains(name)) {
                throw refusal(file, 2 + FACTS.indexOf(name), "the fact %s is empty; say it".formatted(name));
            }
        });
        requireNumbers(file, facts, "minutes", "[1-9][0-9]?");
        requireNumbers(file, facts, "figures", "|[0-9]+(, [0-9]+)*");
        requireNumbers(file, facts, "notebook", "|[0-9]{2}");
        requireNumbers(file, facts, "assignment", "|[0-9]{2} .+");
        return facts;
    }

    private static void requireNumbers(Path file, Map<String, String> facts, String name, String form) {
        if (!facts.get(name).matches(form)) {
            throw refusal(
                    file,
                    2 + FACTS.indexOf(name),
                    "the fact %s is '%s'; write minutes: 15, figures: 5, 12, notebook: 03, assignment: 07 Adam"
                            .formatted(name, facts.get(name)));
        }
    }

    private static IllegalArgumentException refusal(Path file, int line, String why) {
        return new IllegalArgumentException(
                "%s:%s: %s".formatted(file.toString().replace('\\', '/'), line, why));
    }

    private static int line(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    /** {@return the name of its folder, such as {@code 10-adam}} */
    public String folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder.getFileName().toString();
    }

    /** {@return its number, from 1} */
    public int number() {
        return Integer.parseInt(folder().substring(0, 2));
    }

    /** {@return the title up to its colon, such as {@code Adam}} */
    public String shortTitle() {
        return title.replaceFirst(":\\s.*", "");
    }

    /** {@return the title in Traditional Chinese} */
    public String titleZh() {
        return facts.get("zh");
    }

    /** {@return what it is about, in a sentence} */
    public String summary() {
        return facts.get("summary");
    }

    /** {@return what it is about, in a sentence in Traditional Chinese} */
    public String summaryZh() {
        return facts.get("summary-zh");
    }

    /** {@return the topic of the lecture's slide, or a dash} */
    public String slide() {
        return facts.get("slide");
    }

    /** {@return the rules and schedules whose lines it shows, with commas between, or a formula, or nothing} */
    public String equation() {
        return facts.get("equation");
    }

    /** {@return the full names of the classes it is about} */
    public List<String> classes() {
        return list("class");
    }

    /** {@return the numbers of the figures it shows} */
    public List<Integer> figures() {
        return list("figures").stream().map(Integer::valueOf).toList();
    }

    /** {@return the command whose page is the lesson's, without {@code gradus}, or nothing} */
    public String page() {
        return facts.get("page");
    }

    /** {@return number and name of the assignment it leads to, such as {@code 07 Adam}, or nothing} */
    public String assignment() {
        return facts.get("assignment");
    }

    /** {@return the number of its notebook, such as {@code 03}, or nothing} */
    public String notebook() {
        return facts.get("notebook");
    }

    /** {@return how long it takes to read} */
    public int minutes() {
        return Integer.parseInt(facts.get("minutes"));
    }

    private List<String> list(String fact) {
        return Stream.of(facts.get(fact).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** {@return the blocks between fences, in their order, also those within included parts} */
    public List<FencedBlock> blocks() {
        return FencedBlock.in(text);
    }

    /** {@return the included parts, in their order} */
    public List<IncludedPart> includes() {
        return IncludedPart.in(text);
    }
}
