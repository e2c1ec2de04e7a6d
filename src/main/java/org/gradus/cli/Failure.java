package org.gradus.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What went wrong while a command ran, as a sentence. */
final class Failure {
    /** What makes a command need memory. */
    private static final List<String> SIZES =
            List.of("--hidden", "--batch-size", "--seeds", "--threads", "--steps", "--epochs");

    private Failure() {}

    static String sentence(Throwable error, CommandLine command) {
        List<Throwable> causes = Stream.iterate(error, e -> e != null, Throwable::getCause)
                .limit(100)
                .toList();
        if (causes.stream().anyMatch(OutOfMemoryError.class::isInstance)) {
            return memory(command);
        }
        if (causes.get(0) instanceof FileSystemException file) {
            return file(file, command);
        }
        if (causes.get(0) instanceof UncheckedIOException && causes.get(1) instanceof FileSystemException file) {
            return file(file, command);
        }
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }

    private static String memory(CommandLine command) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        String lower = SIZES.stream()
                .filter(command.getCommandSpec().optionsMap()::containsKey)
                .collect(Collectors.joining(" or "));
        return "the memory that Java may use, %s MB, is not enough;%s give it more, as in java -Xmx4g or GRADUS_JAVA_OPTIONS=-Xmx4g"
                .formatted(megabytes, lower.isEmpty() ? "" : " lower " + lower + ", or");
    }

    private static String file(FileSystemException error, CommandLine command) {
        String file = meant(error.getFile());
        return isOut(file, command)
                ? "cannot write to %s: %s; choose another folder with --out".formatted(file, reason(error))
                : "%s: %s".formatted(file, reason(error));
    }

    /** Whether a file is where {@code --out} says, or on the way there. */
    private static boolean isOut(String file, CommandLine command) {
        OptionSpec option = command.getCommandSpec().findOption("--out");
        if (option == null || !(option.getValue() instanceof Path given)) {
            return option != null;
        }
        Path out = given.toAbsolutePath();
        Path found = Path.of(file).toAbsolutePath();
        return found.startsWith(out) || out.startsWith(found);
    }

    /** The file that was to be written, not the one beside it that is written first. */
    private static String meant(String file) {
        return file == null ? "a file" : file.replaceFirst("(^|[/\\\\])\\.([^/\\\\]+)\\.tmp$", "$1$2");
    }

    private static String reason(FileSystemException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof FileAlreadyExistsException || error instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (error instanceof NoSuchFileException) {
            return "there is no such file, and no folder can be made there";
        }
        String said = error.getReason() == null ? "" : error.getReason().toLowerCase(Locale.ROOT);
        if (said.contains("is a directory")) {
            return "it is a folder; give the name of a file";
        }
        if (said.contains("not a directory")) {
            return "a part of its path is not a folder";
        }
        if (said.contains("no space") || said.contains("not enough space") || said.contains("quota")) {
            return "the disk is full";
        }
        if (said.contains("read-only")) {
            return "the disk can only be read";
        }
        if (said.contains("name too long")) {
            return "the name is too long";
        }
        return error.getReason() == null ? "the system refuses it" : error.getReason();
    }
}
