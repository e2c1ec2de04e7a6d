package org.gradus.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.experiment.plan.ResultFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where a command leaves its results, by one rule for all commands: results are never replaced unless {@code --overwrite} says so. Without
 * {@code --out} a command takes its usual folder or, where that has results, the next one with a number.
 */
public final class FolderOptions {
    private static final List<String> LEFTOVERS = List.of(
            "run.yaml",
            "runs.jsonl",
            "tuning.jsonl",
            "judging.jsonl",
            ResultFile.NAME,
            "model.safetensors",
            "checkpoint.safetensors",
            "checkpoint.next.safetensors",
            "checkpoint.previous.safetensors");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where the results go (default: a folder in target, with a number if there are results in it).")
    private Path out;

    @Option(names = "--overwrite", description = "Replace results that are in the folder.")
    private boolean overwrite;

    /** For the parser of the command line, which makes one. */
    public FolderOptions() {}

    /**
     * {@return the folder given, or else the usual one, whatever is in it}
     *
     * @param usual the usual one
     */
    public Path present(Path usual) {
        return out == null ? usual : out;
    }

    /**
     * {@return the folder of results that are to go on, locked}
     *
     * @param usual the usual one
     * @throws IOException if it cannot be locked
     * @throws IllegalStateException if another run is writing there
     */
    public ResultsFolder goOn(Path usual) throws IOException {
        return ResultsFolder.at(present(usual));
    }

    /**
     * {@return the folder for new results, made, locked and found to be writable before there is any work}
     *
     * @param usual the usual one, or the first of those with a number behind its name that has no results
     * @throws IOException if it cannot be made or written to
     * @throws ParameterException if there are results in it
     * @throws IllegalStateException if another run is writing there
     */
    public ResultsFolder claim(Path usual) throws IOException {
        Path folder = present(usual);
        if (out == null && !overwrite) {
            for (int i = 2; hasFiles(folder); i++) {
                folder = usual.resolveSibling(usual.getFileName() + "-" + i);
            }
        } else if (!overwrite && hasFiles(folder)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--out: there is something in %s already; choose another folder, or replace it by --overwrite"
                            .formatted(folder));
        }
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, ".gradus", ".tmp"));
        ResultsFolder claimed = ResultsFolder.at(folder);
        if (overwrite) {
            for (String leftover : LEFTOVERS) {
                Files.deleteIfExists(folder.resolve(leftover));
            }
        }
        return claimed;
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
