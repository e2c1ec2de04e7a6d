package org.gradus.experiment.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.RunSpec;

/**
 * The runs of a plan that came to an end, in a file to which each is added as a line of JSON, and brought to the disk, when it ends: whatever
 * becomes of the process, it is not lost, and a restart goes on with what is missing.
 *
 * <pre>{@code
 * try (Journal journal = Journal.open(Path.of("runs.jsonl"), plan)) {
 *     Results results = new Runner(new DataShelf(), 2).run(journal, listener);
 * }
 * }</pre>
 *
 * <p>A last line that was being written when the process ended is cut off, which {@link #repair} tells. While a journal is open no other process
 * can open it.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final Plan plan;
    private final FileChannel channel;
    private final Optional<String> repair;
    private final Map<RunSpec, RunResult> results;

    private Journal(Path file, Plan plan, FileChannel channel) throws IOException {
        this.file = file;
        this.plan = plan;
        this.channel = channel;
        lock();
        List<RunSpec> runs = plan.runs();
        JournalFile content = new JournalFile(file, read());
        this.repair = content.torn();
        channel.truncate(content.length());
        channel.position(content.length());
        if (content.length() == 0) {
            write(JournalFile.head(plan.base(), runs));
        } else {
            content.requireRuns(runs);
        }
        this.results = content.results(runs);
    }

    /**
     * {@return the journal in a file; a new one if there is no file}
     *
     * @param file where it is, or is to be; its folder is made if it is missing
     * @param plan what it is a journal of
     * @throws IllegalArgumentException if it is one of another plan, another process has it open, or it is damaged but for its last line
     * @throws IOException if it cannot be read or written
     */
    public static Journal open(Path file, Plan plan) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            return new Journal(file, plan, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * {@return the results in a file, which stays as it is: to look at them, whatever the plan was}
     *
     * @param file where it is
     * @throws IllegalArgumentException if it is no journal, or damaged but for its last line
     * @throws IOException if it cannot be read
     */
    public static Results read(Path file) throws IOException {
        return new Results(new JournalFile(file, Files.readAllBytes(file)).results());
    }

    /**
     * {@return the results that a file has of a plan, of none if there is no file; it stays as it is}
     *
     * @param file where it is
     * @param plan what it should be a journal of
     * @throws IllegalArgumentException if it is one of another plan, or damaged but for its last line
     * @throws IOException if it cannot be read
     */
    public static Results read(Path file, Plan plan) throws IOException {
        JournalFile content = new JournalFile(file, Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        if (content.length() == 0) {
            return new Results(List.of());
        }
        List<RunSpec> runs = plan.runs();
        content.requireRuns(runs);
        return new Results(List.copyOf(content.results(runs).values()));
    }

    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock(); // until the channel is closed
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(e);
        }
        throw inUse(null);
    }

    private IllegalArgumentException inUse(Throwable cause) {
        return new IllegalArgumentException(
                "journal %s: it is being written by another process; wait until that has ended, or take another file"
                        .formatted(file),
                cause);
    }

    private byte[] read() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all is read
        }
        return bytes.array();
    }

    private void write(String line) throws IOException {
        for (ByteBuffer rest = StandardCharsets.UTF_8.encode(line + "\n"); rest.hasRemaining(); ) {
            channel.write(rest);
        }
        channel.force(true);
    }

    /** {@return what this is a journal of} */
    public Plan plan() {
        return plan;
    }

    /** {@return the runs that came to an end, in the order in which they did} */
    public synchronized Collection<RunResult> results() {
        return List.copyOf(results.values());
    }

    /** {@return what had to be cut off when it was opened, in a sentence; nothing if it was whole} */
    public Optional<String> repair() {
        return repair;
    }

    /**
     * Adds a run and brings it to the disk.
     *
     * @param result what came out; it replaces an earlier one of the same run
     * @throws UncheckedIOException if it cannot be written; what was in the file before is still there, and nothing else
     */
    public synchronized void add(RunResult result) {
        try {
            writeWholly(RunLine.json(result));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal %s: it cannot be written: %s; what it has is kept: make room and go on from there"
                            .formatted(file, e.getMessage()),
                    e);
        }
        results.put(result.spec(), result);
    }

    /** A part of a line, as a full disk leaves it, would spoil the next one. */
    private void writeWholly(String line) throws IOException {
        long before = channel.position();
        try {
            write(line);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    /** Refuses other data than a recorded run learned from. */
    void requireData(RunResult recorded, String fingerprint) {
        if (!recorded.data().equals(fingerprint)) {
            throw new IllegalArgumentException(
                    "journal %s: its runs learned from other data (fingerprint %s) than there is now (%s); take another file, or bring the data back"
                            .formatted(file, recorded.data(), fingerprint));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Where it is and how much it has, as in {@code journal runs.jsonl, 4 of 10 runs}. */
    @Override
    public synchronized String toString() {
        return "journal %s, %s of %s runs".formatted(file, results.size(), plan.size());
    }
}
