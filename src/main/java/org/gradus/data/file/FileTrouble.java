package org.gradus.data.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What went wrong with a file, in words that do not depend on the operating system's language, and name the file that was meant. */
public final class FileTrouble {
    private FileTrouble() {}

    /**
     * {@return why a file could not be written, as in {@code runs/a.csv cannot be written: there is no folder runs; make it first}}
     *
     * @param file the file that was meant, not a temporary one beside it
     * @param trouble what was thrown
     */
    public static String writing(Path file, IOException trouble) {
        return "%s cannot be written: %s".formatted(file, writingReason(file, trouble));
    }

    /**
     * {@return why a file could not be read, as in {@code a.csv cannot be read: there is no such file}}
     *
     * @param file the file that was meant
     * @param trouble what was thrown
     */
    public static String reading(Path file, IOException trouble) {
        if (Files.isDirectory(file)) {
            return "%s cannot be read: it is a folder; name a file".formatted(file);
        }
        boolean isMissing = trouble instanceof NoSuchFileException || trouble instanceof FileNotFoundException;
        if (isMissing && !Files.exists(file)) {
            return "%s cannot be read: there is no such file".formatted(file);
        }
        return "%s cannot be read: %s"
                .formatted(file, isMissing || isForbidden(trouble) ? "there is no permission to" : words(trouble));
    }

    private static String writingReason(Path file, IOException trouble) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (isFull(trouble)) {
            return "the disk is full; make room, or choose another folder";
        }
        Optional<Path> obstacle = obstacle(folder);
        if (obstacle.isPresent()) {
            return "%s is a file, not a folder; choose another folder".formatted(obstacle.get());
        }
        if (Files.isDirectory(file) || trouble instanceof DirectoryNotEmptyException) {
            return "a folder stands there; choose another name";
        }
        if (!Files.isDirectory(folder)) {
            return isForbidden(trouble)
                    ? "there is no permission to make the folder %s; choose another one".formatted(folder)
                    : "there is no folder %s; make it first".formatted(folder);
        }
        if (isForbidden(trouble) || trouble instanceof FileNotFoundException) {
            return "there is no permission to write there; choose another folder";
        }
        return words(trouble);
    }

    /** The file among the folders that are to be above a file, if there is one. */
    private static Optional<Path> obstacle(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return Files.isDirectory(above) ? Optional.empty() : Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private static boolean isForbidden(IOException trouble) {
        return trouble instanceof AccessDeniedException
                || text(trouble).contains("denied")
                || text(trouble).contains("read-only");
    }

    /** The system's own words, which Java hands on: those of Linux and macOS, and those of Windows. */
    private static boolean isFull(IOException trouble) {
        return text(trouble).contains("no space left") || text(trouble).contains("not enough space");
    }

    private static String text(IOException trouble) {
        return String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** What kind of trouble it was, without the names of temporary files. */
    private static String words(IOException trouble) {
        if (trouble instanceof FileAlreadyExistsException) {
            return "there is one already";
        }
        if (trouble instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (trouble instanceof FileSystemException system) {
            return system.getReason() == null ? system.getClass().getSimpleName() : system.getReason();
        }
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }
}
