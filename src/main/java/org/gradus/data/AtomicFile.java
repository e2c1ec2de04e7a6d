package org.gradus.data;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are either complete or not there, even after a power failure: written under a temporary name, brought to the disk, then moved.
 */
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
            // No channel: one closes itself when its thread is interrupted, as by the stop button of a notebook.
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                fill(out, file, content);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(FileOutputStream out, Path file, byte[] content) throws IOException {
        try {
            out.write(content);
            out.getFD().sync(); // or the name could reach the disk before the bytes do
        } catch (IOException e) { // which does not say of which file the system speaks, as when the disk is full
            throw (IOException) new FileSystemException(file.toString(), null, e.getMessage()).initCause(e);
        }
    }

    /**
     * Gives a file another name in the same folder, replacing an older file of that name in one step.
     *
     * @param from the file
     * @param to its new name
     * @throws IOException if it cannot be moved; both are then as they were
     */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        bringNamesToDisk(to.toAbsolutePath().getParent());
    }

    private static void bringNamesToDisk(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders. What was written is complete all the same, under its old name at worst.
        }
    }
}
