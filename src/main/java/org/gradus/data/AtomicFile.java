package org.gradus.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are either complete or not there: written under a temporary name, then moved. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes a file, replacing an older one in one step.
     *
     * @param file where to
     * @param content what
     * @throws IOException if it cannot be written; an older file is then as it was
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
