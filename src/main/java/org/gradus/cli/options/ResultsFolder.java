package org.gradus.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import org.gradus.data.file.FolderLock;

/**
 * The folder that a command writes its results to; until it is closed, no other run writes there.
 *
 * @param path where it is
 * @param lock what keeps others out
 */
public record ResultsFolder(Path path, FolderLock lock) implements AutoCloseable {
    /**
     * {@return a folder, locked, and made if need be}
     *
     * @param path where it is
     * @throws IOException if it cannot be made or locked
     * @throws IllegalStateException if another run is writing there
     */
    public static ResultsFolder at(Path path) throws IOException {
        return new ResultsFolder(path, FolderLock.of(path));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
