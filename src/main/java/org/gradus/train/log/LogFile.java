package org.gradus.train.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.data.AtomicFile;
import org.gradus.data.DataException;
import org.gradus.data.file.FileTrouble;

/** A text file that grows by lines. What was flushed stays, whatever becomes of the process. */
final class LogFile {
    private final Path file;
    private final List<String> pending = new ArrayList<>();

    LogFile(Path file) {
        this.file = file;
    }

    void add(String line) {
        pending.add(line);
    }

    /** Replaces the file, in one step, by the lines added since the last flush. */
    void replace() {
        write(() -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Appends the lines added since the last flush. */
    void flush() {
        write(() -> {
            // No channel: one closes itself when its thread is interrupted, as by the stop button of a notebook.
            try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
                out.write(text().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        pending.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new DataException(FileTrouble.writing(file, e), e);
        }
        pending.clear();
    }

    private interface Writing {
        void run() throws IOException;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
