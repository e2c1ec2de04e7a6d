package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.book.FencedBlock;
import org.gradus.book.IncludedPart;
import org.gradus.book.Lesson;
import org.gradus.optim.Rules;
import org.gradus.schedule.Schedules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All lessons have the same parts in the same order. */
class StructureTest {
    private static final int LESSONS = 26;
    private static final int QUESTIONS = 3;

    private static final List<String> PARTS = List.of(
            "The idea", "The equations?", "The code", "See it", "Three questions", "What people get wrong", "Now you");

    /** Those without a name are drawings made of letters. */
    private static final List<String> LANGUAGES = List.of("java", "sh", "sh ci", "text", "math", "yaml", "");

    private static final Pattern ANSWER =
            Pattern.compile("(?s)<details><summary>Answer</summary>\n\n(?:(?!<details>).)*?\n *</details>");
    private static final Pattern PLAIN_DOLLARS = Pattern.compile("\\$(?!`)(?<!`\\$)");

    private static Stream<DynamicTest> each(Consumer<Lesson> check) throws IOException {
        return Pages.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(lesson.folder(), () -> check.accept(lesson)));
    }

    @Test
    void noLessonIsMissing() throws IOException {
        assertThat(Pages.lessons().stream().map(Lesson::number))
                .isEqualTo(IntStream.rangeClosed(1, LESSONS).boxed().toList());
    }

    @TestFactory
    Stream<DynamicTest> aLessonBeginsWithItsQuestion() throws IOException {
        return each(
                lesson -> assertThat(lesson.text())
                        .containsPattern(
                                "\n# [^\n]*\n\n<!-- include: facts -->\n(\\*[^\n]*\\*\n)?<!-- end -->\n\n\\*\\*The question\\.\\*\\* "));
    }

    @TestFactory
    Stream<DynamicTest> partsStandInTheirOrder() throws IOException {
        return each(lesson -> {
            List<String> parts = Headings.ofParts(lesson.text()).stream()
                    .filter(part -> PARTS.stream().anyMatch(part::matches))
                    .map(part ->
                            part.replace("The equations", "The equation").replace("The equation", "The equations?"))
                    .toList();
            boolean withEquations =
                    parts.contains("The equations?") || !lesson.equation().isEmpty();
            assertThat(parts)
                    .isEqualTo(PARTS.stream()
                            .filter(part -> withEquations || !part.equals("The equations?"))
                            .toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> aLessonEndsWithItsSources() throws IOException {
        return each(lesson -> assertThat(lesson.text()).containsPattern("\n\\*\\*Sources?\\.\\*\\* [^\n]*\n\\z"));
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionHasItsAnswer() throws IOException {
        return each(lesson -> {
            String questions = part(lesson, "Three questions");
            assertThat(questions).containsSubsequence("\n1. ", "\n2. ", "\n3. ").doesNotContain("\n4. ");
            assertThat(ANSWER.matcher(questions).results().map(MatchResult::group))
                    .as("answers to the three questions, each with an empty line before it")
                    .hasSize(QUESTIONS);
            assertThat(ANSWER.matcher(lesson.text()).results().count())
                    .as("answers of the form of all others")
                    .isEqualTo(Pattern.compile("<details>")
                            .matcher(lesson.text())
                            .results()
                            .count());
        });
    }

    /** What stands below a heading, up to the next. */
    private static String part(Lesson lesson, String heading) {
        String text = lesson.text();
        int start = text.indexOf("\n## " + heading + "\n");
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(Math.max(0, start), end < start ? text.length() : end);
    }

    @TestFactory
    Stream<DynamicTest> blocksAreOfAKindThatIsChecked() throws IOException {
        return each(lesson -> {
            assertThat(lesson.blocks().stream().map(FencedBlock::language)).isSubsetOf(LANGUAGES);
            assertThat(lesson.blocks().stream()
                            .filter(block -> block.language().startsWith("sh"))
                            .flatMap(block -> block.commands().stream())
                            .filter(command -> !command.get(0).equals("gradus")))
                    .as("commands that are not gradus")
                    .isEmpty();
            assertThat(Headings.prose(lesson.text())
                            .lines()
                            .filter(line -> PLAIN_DOLLARS.matcher(line).find()))
                    .as("formulas between plain $, which not all that show Markdown understand")
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> theFactsAreThoseOfTheText() throws IOException {
        return each(lesson -> {
            assertThat(included(lesson, "figure").map(Integer::valueOf))
                    .as("figures shown, and figures in the facts")
                    .containsExactlyInAnyOrderElementsOf(lesson.figures());
            assertThat(Stream.of(lesson.equation().split(", "))
                            .filter(name -> Rules.names().contains(name)
                                    || Schedules.names().contains(name)))
                    .as("equations in the facts that are shown")
                    .isSubsetOf(included(lesson, "equations")
                            .map(name -> name.replaceFirst(":.*", ""))
                            .toList());
            assertThat(lesson.page().isEmpty() || lesson.page().startsWith("trace "))
                    .as("the page '%s' is a command gradus trace", lesson.page())
                    .isTrue();
        });
    }

    private static Stream<String> included(Lesson lesson, String kind) {
        return lesson.includes().stream()
                .filter(part -> part.kind().equals(kind))
                .map(IncludedPart::which);
    }
}
