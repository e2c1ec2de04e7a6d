package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.cli.Cli.gradus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gradus.book.Course;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookCommandTest {
    private static final String PAGE = "pages/trace-adam-problem-rosenbrock-steps-12.html";

    @TempDir
    private Path folder;

    private Path lessons;

    @BeforeEach
    void copyTheCourse() throws IOException {
        lessons = Course.copy(folder);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Cli book(String... more) {
        return gradus(Stream.concat(
                        Stream.of("book", "--lessons", lessons.toString(), "--out", out().toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void saysHowManyLessonsAndWhereToBegin() {
        Cli run = book();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .hasSize(3)
                .startsWith("lessons: 2")
                .endsWith("page: " + out().resolve("index.html").toAbsolutePath());
        assertThat(out().resolve("10-adam.html")).isRegularFile();
    }

    /** But for where it was written, which is in the receipt of a command. */
    @Test
    void aLivingPageIsWhatTheCommandWrites() throws IOException {
        book();
        Path page = folder.resolve("page.html");
        gradus(
                "trace",
                "adam",
                "--problem",
                "rosenbrock",
                "--steps",
                "12",
                "--format",
                "html",
                "--out",
                page.toString());
        String written = Files.readString(page).replaceAll(" --out [^\"]*\"", "\"");
        assertThat(Files.readString(out().resolve(PAGE))).isEqualTo(written);
    }

    @Test
    void theFingerprintIsThatOfTheFiles() throws IOException {
        String print = book().out().lines().skip(1).findFirst().orElseThrow().replace("fingerprint: ", "");
        assertThat(print).matches("[0-9a-f]{16}");
        assertThat(Files.readString(out().resolve("index.html")))
                .contains("<meta name=\"gradus-fingerprint\" content=\"" + print + "\">");
    }

    @Test
    void aBookIsNotReplacedUnlessAsked() {
        book();
        Cli again = book();
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("--out: there is something in ", "replace it by --overwrite");
        assertThat(book("--overwrite").status()).isZero();
    }

    @Test
    void aWrongLessonIsSaidWithItsLineAndNothingIsWritten() throws IOException {
        Path lesson = lessons.resolve("10-adam/README.md");
        Files.writeString(
                lesson,
                Files.readString(lesson)
                        .replace("trace adam --problem rosenbrock --steps 12 --format", "trace adm --format"));
        Cli run = book();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("gradus book: lessons/10-adam/README.md:")
                .contains("there is no rule 'adm'; did you mean adam?");
        assertThat(out()).doesNotExist();
    }

    @Test
    void anUnknownOptionOfALivingPageIsSaid() throws IOException {
        Path lesson = lessons.resolve("10-adam/README.md");
        Files.writeString(lesson, Files.readString(lesson).replace("--steps 12 --format", "--stepz 12 --format"));
        assertThat(book().err())
                .contains("gradus trace adam --problem rosenbrock --stepz 12 --format html: ", "--stepz");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Cli run = gradus("book", "--lessons", folder.resolve("gone").toString(), "--out", out().toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("gradus book: --lessons: there is no folder ");
    }

    @Test
    void aFolderWithoutLessonsIsSaid() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Cli run = gradus("book", "--lessons", empty.toString(), "--out", out().toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("gradus book: there are no lessons in " + empty);
    }
}
