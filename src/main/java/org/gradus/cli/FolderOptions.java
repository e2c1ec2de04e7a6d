package org.gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.data.file.FolderLock;
import picocli.CommandLine.Option;

/**
 * Where a command leaves its results, by one rule for all commands: results are never replaced unless {@code --overwrite} says so. Without
 * {@code --out} a command takes its usual folder or, where that has results, the next one with a number.
 */
final class FolderOptions {
    private static final List<String> LEFTOVERS = List.of(
            "run.yaml",
            "runs.jsonl",
            "model.safetensors",
            "checkpoint.safetensors",
            "checkpoint.next.safetensors",
            "checkpoint.previous.safetensors");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where the results go (default: a folder in target, with a number if there are results in it).")
    private Path out;

    @Option(names = "--overwrite", description = "Replace results that are in the folder.")
    private boolean overwrite;

    /** The folder given, or else the usual one, whatever is in it. */
    Path present(Path usual) {
        return out == null ? usual : out;
    }

    boolean isGiven() {
        return out != null;
    }

    /**
     * The folder for new results, made and found to be writable before there is any work.
     *
     * @throws IllegalArgumentException if there are results in it
     */
    Path claim(Path usual) throws IOException {
        Path folder = present(usual);
        if (out == null && !overwrite) {
            for (int i = 2; hasFiles(folder); i++) {
                folder = usual.resolveSibling(usual.getFileName() + "-" + i);
            }
        } else if (!overwrite && hasFiles(folder)) {
            throw new IllegalArgumentException(
                    "--out: there is something in %s already; choose another folder, or replace it by --overwrite"
                            .formatted(folder));
        }
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, ".gradus", ".tmp"));
        if (overwrite) {
            FolderLock.of(folder).close(); // refused while another run writes there
            for (String leftover : LEFTOVERS) {
                Files.deleteIfExists(folder.resolve(leftover));
            }
        }
        return folder;
    }

    private static boolean hasFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> !file.getFileName().toString().startsWith("."));
        }
    }
}
