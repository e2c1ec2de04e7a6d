package org.gradus.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.data.AtomicFile;
import org.gradus.data.DataException;
import org.gradus.data.file.FileTrouble;

/**
 * A folder with the last two checkpoints of a run. Whenever the process is killed, also while it writes, a complete one is there.
 *
 * <pre>{@code
 * TrainingRun run = training.start(new CsvLog(folder));
 * Checkpoints checkpoints = new Checkpoints(folder);
 * checkpoints.resume(run);                       // goes on where the last checkpoint is, or starts
 * History history = checkpoints.finish(run, 100);
 * }</pre>
 */
public final class Checkpoints {
    private final Path folder;
    private final Path current;
    private final Path next;
    private final Path previous;

    /**
     * The checkpoints in a folder.
     *
     * @param folder where they are, or are to be; it is made when the first one is written
     */
    public Checkpoints(Path folder) {
        this.folder = folder;
        this.current = folder.resolve("checkpoint.safetensors");
        this.next = folder.resolve("checkpoint.next.safetensors");
        this.previous = folder.resolve("checkpoint.previous.safetensors");
    }

    /**
     * Writes a checkpoint. The last one becomes the previous one, and the previous one goes.
     *
     * @param checkpoint what to write
     * @throws DataException if it cannot be written; the older ones are then still there
     */
    public void write(Checkpoint checkpoint) {
        try {
            Files.createDirectories(folder);
            CheckpointFile.write(next, checkpoint); // complete, and on the disk, before it takes the name
            if (Files.exists(current)) {
                AtomicFile.move(current, previous);
            }
            AtomicFile.move(next, current);
        } catch (IOException e) {
            throw new DataException(FileTrouble.writing(current, e), e);
        }
    }

    /**
     * Lets a run go on from the last checkpoint, if there is one.
     *
     * @param run a run of the same training
     * @return false if there is none, and the run is as it was
     * @throws DataException if it is damaged or that of another training; the message says why, and whether the previous one could be used.
     *     The run is as it was
     */
    public boolean resume(TrainingRun run) {
        // A process killed between the two moves leaves no current file, but the next one, which is complete.
        Optional<Path> last =
                Stream.of(current, next, previous).filter(Files::exists).findFirst();
        last.ifPresent(file -> {
            try {
                run.resume(CheckpointReader.read(file));
            } catch (DataException | IllegalArgumentException e) {
                throw new DataException("%s cannot be resumed: %s. %s".formatted(file, e.getMessage(), offer(file)), e);
            }
        });
        return last.isPresent();
    }

    /**
     * Lets a run go on from the checkpoint before the last one.
     *
     * @param run a run of the same training
     * @throws DataException if there is none, it is damaged, or that of another training; the run is as it was
     */
    public void resumePrevious(TrainingRun run) {
        try {
            run.resume(CheckpointReader.read(previous));
        } catch (IllegalArgumentException e) {
            throw new DataException("%s cannot be resumed: %s".formatted(previous, e.getMessage()), e);
        }
    }

    private String offer(Path refused) {
        if (refused.equals(previous) || !Files.exists(previous)) {
            return "There is no previous one; move it away to start anew";
        }
        try {
            return "The previous one, %s, is sound: it is after step %s, and resumePrevious goes on from there"
                    .formatted(previous, CheckpointReader.read(previous).step());
        } catch (DataException e) {
            return "The previous one cannot be used either: " + e.getMessage();
        }
    }

    /**
     * Takes all steps that are left, and writes a checkpoint every now and then and at the end.
     *
     * @param run the run
     * @param every after how many steps to write one, at least 1
     * @return all that was measured
     * @throws IllegalArgumentException if there are no steps between two checkpoints
     * @throws DataException if a checkpoint cannot be written
     */
    public History finish(TrainingRun run, long every) {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "checkpoints: there must be at least 1 step from one to the next, found " + every);
        }
        while (run.step()) {
            if (run.steps() % every == 0) {
                write(run.save());
            }
        }
        write(run.save());
        return run.finish();
    }

    /** Where they are, as in {@code checkpoints in runs/a}. */
    @Override
    public String toString() {
        return "checkpoints in " + folder;
    }
}
