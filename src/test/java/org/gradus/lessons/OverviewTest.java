package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.book.IncludedPart;
import org.gradus.book.Lesson;
import org.gradus.lessons.Pages.Page;
import org.junit.jupiter.api.Test;

/**
 * The page of all lessons has a row for each, made from its facts, and says where everything in the library is explained; nothing is left out.
 * {@code mvn -q test -Dtest=OverviewTest -Dgradus.write=true} writes its tables anew.
 */
class OverviewTest {
    private static final boolean WRITE = Boolean.getBoolean("gradus.write");

    @Test
    void everythingAppearsInALesson() throws IOException {
        Map<String, Map<String, List<Lesson>>> all = new Appearances(Pages.lessons()).all();
        List<String> missing = new ArrayList<>();
        all.forEach((kind, names) -> names.forEach((name, lessons) -> {
            if (lessons.isEmpty()) {
                missing.add(kind + ": " + name);
            }
        }));
        assertThat(missing).as("what is in no lesson").isEmpty();
    }

    @Test
    void itsTablesAreMadeOfTheLessons() throws IOException {
        Page page = Page.of(Pages.OVERVIEW);
        List<Lesson> lessons = Pages.lessons();
        StringBuilder renewed = new StringBuilder();
        int at = 0;
        List<IncludedPart> parts = IncludedPart.in(page.text());
        assertThat(parts.stream().map(IncludedPart::kind)).containsExactly("course", "chinese", "where");
        for (IncludedPart part : parts) {
            renewed.append(page.text(), at, part.start())
                    .append('\n')
                    .append(table(part.kind(), lessons))
                    .append('\n');
            at = part.end();
        }
        renewed.append(page.text().substring(at));
        if (WRITE) {
            Files.writeString(page.file(), renewed);
            return;
        }
        assertThat(page.text())
                .as("to write it anew: mvn -q test -Dtest=OverviewTest -Dgradus.write=true")
                .isEqualTo(renewed.toString());
    }

    private static String table(String kind, List<Lesson> lessons) {
        return switch (kind) {
            case "course" -> course(lessons);
            case "chinese" -> chinese(lessons);
            default -> where(lessons);
        };
    }

    private static String course(List<Lesson> lessons) {
        return lines(
                "| lesson | | slide | equation | class | figures | living page | assignment | notebook |",
                lessons.stream()
                        .map(lesson -> row(
                                link(lesson, "%s · %s".formatted(lesson.folder().substring(0, 2), lesson.shortTitle())),
                                lesson.summary(),
                                lesson.slide(),
                                lesson.equation(),
                                lesson.classes().stream()
                                        .map(type -> Includes.link(type, "../"))
                                        .collect(Collectors.joining(", ")),
                                lesson.figures().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                lesson.page().isEmpty() ? "" : "`gradus %s`".formatted(lesson.page()),
                                lesson.assignment(),
                                lesson.notebook())));
    }

    private static String chinese(List<Lesson> lessons) {
        return lines(
                "| | 課程 | 內容 |",
                lessons.stream()
                        .map(lesson -> row(
                                lesson.folder().substring(0, 2), link(lesson, lesson.titleZh()), lesson.summaryZh())));
    }

    private static String where(List<Lesson> lessons) {
        StringBuilder table = new StringBuilder();
        new Appearances(lessons)
                .all()
                .forEach((kind, names) -> table.append(lines(
                                "| %s | lesson |".formatted(kind),
                                names.entrySet().stream()
                                        .map(name -> row(
                                                "`%s`".formatted(name.getKey()),
                                                name.getValue().stream()
                                                        .map(lesson -> link(
                                                                lesson,
                                                                lesson.folder().substring(0, 2)))
                                                        .collect(Collectors.joining(", "))))))
                        .append('\n'));
        return table.toString().stripTrailing() + "\n";
    }

    private static String link(Lesson lesson, String text) {
        return "[%s](%s/README.md)".formatted(text, lesson.folder());
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.isEmpty() ? "|" : "| " + cell.replace("|", "\\|") + " ")
                .collect(Collectors.joining("", "", "|\n"));
    }

    private static String lines(String heading, Stream<String> rows) {
        String rule = heading.replaceAll("[^|]+", "---");
        return heading + "\n" + rule + "\n" + rows.collect(Collectors.joining());
    }
}
