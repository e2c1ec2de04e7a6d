package org.gradus.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.book.IncludedPart;
import org.gradus.book.Lesson;
import org.gradus.chart.render.Charts;
import org.gradus.equation.Equations;
import org.gradus.lecture.Figures;
import org.gradus.optim.Rules;
import org.gradus.schedule.ScheduleText;
import org.gradus.schedule.Schedules;
import org.gradus.view.Receipt;

/** What a lesson has from elsewhere. */
final class Includes {
    private static final String UP = "../../";
    private static final Path SOURCES = Path.of("src/main/java");

    /** The lines of a schedule do not depend on these two. */
    private static final double SOME_RATE = 0.1;

    private static final long SOME_STEPS = 1000;

    private Includes() {}

    /** The text of a lesson with all its included parts as they should be. */
    static String renewed(Lesson lesson) throws IOException {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (IncludedPart part : includes(lesson)) {
            text.append(lesson.text(), at, part.start()).append(content(lesson, part));
            at = part.end();
        }
        return text + lesson.text().substring(at);
    }

    private static List<IncludedPart> includes(Lesson lesson) {
        try {
            return lesson.includes();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(lesson.file() + ": " + e.getMessage(), e);
        }
    }

    private static String content(Lesson lesson, IncludedPart part) throws IOException {
        try {
            return switch (part.kind()) {
                case "code" -> code(part.which());
                case "equations" -> equations(part.which());
                case "figure" -> figure(Integer.parseInt(part.which()));
                case "facts" -> facts(lesson);
                default ->
                    throw new IllegalArgumentException(
                            "'%s' cannot be included; code, equations, figure and facts can".formatted(part.kind()));
            };
        } catch (IllegalArgumentException | IOException e) {
            throw new IllegalArgumentException(
                    "%s:%s: include %s %s: %s"
                            .formatted(lesson.file(), part.line(), part.kind(), part.which(), e.getMessage()),
                    e);
        }
    }

    private static String code(String which) throws IOException {
        String[] parts = which.split("#", 2);
        Path file = Path.of(parts[0]);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + parts[0]);
        }
        String member = parts.length == 1 ? "" : parts[1];
        String link = "[%s](%s)".formatted(file.getFileName(), UP + parts[0]);
        return "```java\n%s\n```\n\n*%s%s*\n\n"
                .formatted(SourceMembers.code(file, member), link, member.isEmpty() ? "" : ", `%s`".formatted(member));
    }

    private static String equations(String name) {
        return "```math\n%s\n```\n".formatted(lines(name).latex().strip());
    }

    private static Equations lines(String name) {
        String word = name.replaceFirst("[:@(+].*", "").strip();
        if (Schedules.names().contains(word)) {
            return ScheduleText.parse(name).schedule(SOME_RATE, SOME_STEPS).equations();
        }
        boolean alone = Rules.wrapperNames().contains(name);
        return alone ? Rules.wrapper(name).own() : Rules.parse(name).equations();
    }

    private static String figure(int number) throws IOException {
        String file = Figures.meant(List.of(Integer.toString(number))).get(0).file() + ".svg";
        Map<String, String> texts = texts(Pages.FIGURES.resolve(file));
        String title = escaped(texts.get(Charts.TITLE));
        return "![%s](../figures/%s)\n\n**Figure %s. %s.** %s\n\n"
                .formatted(title, file, number, title, escaped(texts.get(Receipt.CAPTION)));
    }

    /** What a picture says of itself. */
    static Map<String, String> texts(Path picture) throws IOException {
        if (!Files.isRegularFile(picture)) {
            throw new IllegalArgumentException("there is no file " + picture);
        }
        Map<String, String> texts = Charts.metadata(Files.readAllBytes(picture));
        if (!texts.keySet().containsAll(Set.of(Charts.TITLE, Receipt.CAPTION, Receipt.COMMAND))) {
            throw new IllegalArgumentException(picture + " has no receipt: it was not drawn by gradus figures");
        }
        return texts;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<\\[\\]]", "\\\\$0");
    }

    private static String facts(Lesson lesson) {
        List<String> facts = new ArrayList<>();
        facts.add(lesson.minutes() + " minutes");
        facts.add(lesson.slide().equals("—") ? "" : "slide “%s”".formatted(lesson.slide()));
        List<String> classes = lesson.classes();
        facts.add(classes.stream().map(Includes::link).collect(Collectors.joining(", ")));
        List<Integer> figures = lesson.figures();
        facts.add(
                figures.isEmpty()
                        ? ""
                        : (figures.size() == 1 ? "figure " : "figures ")
                                + figures.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        facts.add(lesson.assignment().isEmpty() ? "" : "assignment " + lesson.assignment());
        facts.add(lesson.notebook().isEmpty() ? "" : "notebook " + lesson.notebook());
        return Stream.of(facts.stream().filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · ")))
                .map("*%s*\n"::formatted)
                .collect(Collectors.joining());
    }

    private static String link(String type) {
        return link(type, UP);
    }

    /** A link to the file of a class. */
    static String link(String type, String up) {
        Path file = SOURCES.resolve(type.replace('.', '/') + ".java");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no class %s in %s".formatted(type, SOURCES));
        }
        return "[%s](%s)"
                .formatted(
                        type.substring(type.lastIndexOf('.') + 1),
                        up + file.toString().replace('\\', '/'));
    }
}
