package org.gradus.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong, as a sentence. */
final class Failure {
    private Failure() {}

    static String sentence(Exception error) {
        if (error instanceof FileSystemException file) {
            return "cannot write to %s: %s; choose another folder with --out".formatted(file.getFile(), reason(file));
        }
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }

    private static String reason(FileSystemException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof FileAlreadyExistsException || error instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (error instanceof NoSuchFileException) {
            return "no folder can be made there";
        }
        return error.getReason() == null ? error.getClass().getSimpleName() : error.getReason();
    }
}
