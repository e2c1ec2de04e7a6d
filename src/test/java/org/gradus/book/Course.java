package org.gradus.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.view.Artifact;

/** A course of two lessons, with a glossary, a figure, and a file that it shows. */
public final class Course {
    static final String LIVING = "<!DOCTYPE html><html lang=\"en\"><title>t</title><body><h1>%s</h1></body></html>";

    private Course() {}

    /**
     * {@return its folder of lessons, a copy}
     *
     * @param folder where to copy it to
     */
    public static Path copy(Path folder) throws IOException {
        Path from = Path.of("src/test/resources/org/gradus/book/course");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return folder.resolve("lessons");
    }

    /** Its book, with living pages that only say their command. */
    static Book book(Path lessons) throws IOException {
        return Book.of(lessons, words -> LIVING.formatted(String.join(" ", words)));
    }

    /** The texts of a book by file. */
    static Map<String, String> texts(Book book) {
        List<Artifact> files = book.files();
        return files.stream()
                .collect(Collectors.toMap(Artifact::file, file -> new String(file.content(), StandardCharsets.UTF_8)));
    }
}
