package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gradus.book.Lesson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lessons say what is so: what they include is what is there, their Java compiles and runs, it and their commands print what stands below them.
 * {@code mvn -q test -Dtest=LessonsTest -Dgradus.write=true} writes anew what is included; with {@code -Dgradus.ci=true} commands that take long are
 * run too.
 */
class LessonsTest {
    private static final boolean WRITE = Boolean.getBoolean("gradus.write");
    private static final boolean CI = Boolean.getBoolean("gradus.ci");

    @TempDir
    private static Path folder;

    private static LessonPrograms programs;

    @BeforeAll
    static void theProgramsOfAllPagesAreRun() throws IOException, InterruptedException {
        if (!WRITE) {
            programs = new LessonPrograms(
                    Pages.all().stream()
                            .map(page -> new LessonProgram(page, CI))
                            .toList(),
                    folder);
            programs.run();
        }
    }

    /** With the property gradus.times it says how long each block took. */
    @AfterAll
    static void times() throws IOException {
        if (programs != null && Boolean.getBoolean("gradus.times")) {
            for (LessonProgram program : programs.programs()) {
                System.out.println(program.page() + " " + programs.times(program));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsIncludedIsWhatIsThere() throws IOException {
        return Pages.lessons().stream()
                .map(lesson -> DynamicTest.dynamicTest(lesson.folder(), () -> assertIncludes(lesson)));
    }

    private static void assertIncludes(Lesson lesson) throws IOException {
        String renewed = Includes.renewed(lesson);
        if (WRITE) {
            if (!renewed.equals(lesson.text())) {
                Files.writeString(lesson.file(), renewed);
            }
            return;
        }
        assertThat(lesson.text())
                .as("what %s includes; to write it anew: %s", lesson.file(), Pages.WRITE)
                .isEqualTo(renewed);
    }

    @TestFactory
    Stream<DynamicTest> whatIsShownRuns() {
        return programs == null
                ? Stream.empty()
                : programs.programs().stream()
                        .map(program -> DynamicTest.dynamicTest(program.page().name(), () -> {
                            assertThat(programs.complaints(program))
                                    .as("what the compiler says")
                                    .isEmpty();
                            assertThat(programs.failure(program)).isEmpty();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsShownPrintsWhatStandsBelow() {
        return programs == null
                ? Stream.empty()
                : programs.programs().stream()
                        .flatMap(program -> program.expected().stream()
                                .map(expected -> DynamicTest.dynamicTest(
                                        program.page().name() + ":"
                                                + expected.block().first(),
                                        () -> assertPrints(program, expected))));
    }

    private static void assertPrints(LessonProgram program, LessonProgram.Expected expected) throws IOException {
        assertThat(programs.ran(program, expected.block().first()))
                .as("whether the block was run; whatIsShownRuns says what went wrong before")
                .isTrue();
        String printed = programs.printed(program, expected.block().first());
        if (!Output.matches(expected.output().lines(), printed)) {
            assertThat(Output.tidy(printed))
                    .as(
                            "what the block in line %s of %s prints (a line with … only stands for any lines)",
                            expected.block().first(), program.page())
                    .isEqualTo(Output.tidy(expected.output().content()));
        }
    }
}
