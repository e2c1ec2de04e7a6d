package org.gradus.data.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that only one process writes at a time. The system releases the lock when the process ends, however it ends.
 *
 * <pre>{@code
 * try (FolderLock lock = FolderLock.of(folder)) {
 *     // write
 * }
 * }</pre>
 *
 * <p>It is a lock on the file {@code .lock} in the folder, which stays there, empty: whoever deleted it might delete that of another process.
 * Folders on network drives may not keep locks.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    private final Path folder;
    private final RandomAccessFile file;

    private FolderLock(Path folder, RandomAccessFile file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * {@return the lock of a folder, which is made if need be}
     *
     * @param folder the folder
     * @throws IllegalStateException if another process, or this one elsewhere, is writing the folder
     * @throws IOException if the folder cannot be made or written
     */
    public static FolderLock of(Path folder) throws IOException {
        Files.createDirectories(folder);
        RandomAccessFile file = new RandomAccessFile(folder.resolve(NAME).toFile(), "rw");
        boolean held = false;
        try {
            FileLock lock = file.getChannel().tryLock();
            held = lock != null;
        } catch (OverlappingFileLockException e) {
            held = false; // this process has it
        } finally {
            if (!held) {
                file.close();
            }
        }
        if (!held) {
            throw new IllegalStateException(
                    "%s is being written by another run; wait for its end, or choose another folder".formatted(folder));
        }
        return new FolderLock(folder, file);
    }

    /** Lets others write the folder. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Of which folder. */
    @Override
    public String toString() {
        return "lock of " + folder;
    }
}
