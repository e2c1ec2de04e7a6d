package org.gradus.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.book.FencedBlock;
import org.gradus.book.Lesson;

/** The files that are checked: the lessons, the page of all of them, and what is written about the repository. */
final class Pages {
    static final Path FOLDER = Path.of("lessons");
    static final Path OVERVIEW = FOLDER.resolve("README.md");
    static final Path FIGURES = FOLDER.resolve("figures");

    /** What a failing check says of how to mend it. */
    static final String WRITE = "mvn -q test -Dtest=LessonsTest -Dgradus.write=true";

    private Pages() {}

    /** A file of Markdown with what is in it. */
    record Page(Path file, String text) {
        static Page of(Path file) {
            try {
                return new Page(file, Files.readString(file).replace("\r\n", "\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return file.toString().replace('\\', '/');
        }

        List<FencedBlock> blocks() {
            try {
                return FencedBlock.in(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name() + ": " + e.getMessage(), e);
            }
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static List<Lesson> lessons() throws IOException {
        return Lesson.in(FOLDER);
    }

    /** All files of Markdown in the folder of the lessons, and those about the repository. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md").map(Path::of),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(Page::of)
                    .toList();
        }
    }
}
