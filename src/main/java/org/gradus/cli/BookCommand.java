package org.gradus.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.book.Book;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.terminal.Signals;
import org.gradus.view.Artifact;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus book}: the lessons as a site. */
@Command(
        name = "book",
        description = {
            "Make the lessons one site that works without a network: open index.html in a browser.",
            "It has the figures, the code that lessons show, pages to go through the steps of a rule, and a search."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BookCommand implements Callable<Integer> {
    private static final String LESSONS = "lessons";

    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lessons",
            paramLabel = "FOLDER",
            description =
                    "The lessons (default: the folder lessons where the command is run, or else the one beside the program).")
    private Path lessons;

    @Mixin
    private FolderOptions folder;

    BookCommand(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Integer call() throws IOException {
        ProgressOption.noteKernel(ProgressOption.Form.none);
        Book book = Book.of(lessons(), this::livingPage);
        try (ResultsFolder out = folder.claim(Path.of("target", "book"))) {
            List<Path> written = Artifact.writeAll(out.path(), book.files());
            spec.commandLine()
                    .getOut()
                    .println("lessons: %s%nfingerprint: %s%npage: %s"
                            .formatted(book.lessons(), book.fingerprint(), written.get(written.size() - 1)));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private Path lessons() {
        if (lessons != null) {
            if (!Files.isDirectory(lessons)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--lessons: there is no folder %s; give one with lessons in it".formatted(lessons));
            }
            return lessons;
        }
        Path here = Path.of(LESSONS);
        if (Files.isDirectory(here)) {
            return here;
        }
        Path beside = besideProgram();
        if (!Files.isDirectory(beside)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder lessons here, and none beside the program; give it with --lessons");
        }
        return beside;
    }

    /** Where the program has its lessons: beside the folder its jar is in. */
    private static Path besideProgram() {
        CodeSource source = BookCommand.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return jar.resolveSibling("..").resolve(LESSONS).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the program is no address of a file", e);
        }
    }

    /** What the command itself would write. */
    private String livingPage(List<String> words) {
        CommandLine line = Gradus.commandLine(List.of(words.get(0)), signals);
        try {
            line.parseArgs(words.toArray(String[]::new));
            TraceCommand trace = line.getSubcommands().get(words.get(0)).getCommand();
            return trace.page();
        } catch (ParameterException e) {
            throw new IllegalArgumentException(
                    "gradus %s: %s".formatted(String.join(" ", words), Misuse.sentence(e, List.of(words.get(0)))), e);
        }
    }
}
