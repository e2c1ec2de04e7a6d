package org.gradus.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.gradus.data.file.FolderLock;

/**
 * The folder that a command writes its results to; until it is closed, no other run writes there.
 *
 * @param path where it is
 * @param lock what keeps others out
 */
record ResultsFolder(Path path, FolderLock lock) implements AutoCloseable {
    /**
     * Locks a folder, which is made if need be.
     *
     * @throws IllegalStateException if another run is writing there
     */
    static ResultsFolder at(Path path) throws IOException {
        return new ResultsFolder(path, FolderLock.of(path));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
