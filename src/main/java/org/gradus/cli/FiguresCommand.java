package org.gradus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.gradus.chart.Theme;
import org.gradus.cli.options.FolderOptions;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.ResultsFolder;
import org.gradus.cli.terminal.Interruption;
import org.gradus.cli.terminal.Signals;
import org.gradus.lecture.DrawnFigure;
import org.gradus.lecture.Effort;
import org.gradus.lecture.FigureCheck;
import org.gradus.lecture.FigureEntry;
import org.gradus.lecture.FigureIndex;
import org.gradus.lecture.FigureOrder;
import org.gradus.lecture.Figures;
import org.gradus.lecture.Workshop;
import org.gradus.view.Artifact;
import org.gradus.view.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus figures}: the lecture's pictures, each with the claim it proves. */
@Command(
        name = "figures",
        description = {
            "Draw the lecture's figures as PNG (1920 × 1080), SVG and PDF, with the numbers behind each as CSV and a page of all.",
            "Each file has the command in it that draws it again; --check compares a folder of figures with what this version draws."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class FiguresCommand implements Callable<Integer> {
    private final Signals signals;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ID",
            description = "Numbers or names of figures, as in 12,reddi (default: all).")
    private List<String> only = new ArrayList<>();

    @Option(names = "--list", description = "Print the numbers and names of the figures, and draw nothing.")
    private boolean list;

    @Mixin
    private FolderOptions folder;

    @Option(
            names = "--theme",
            defaultValue = "light",
            paramLabel = "THEME",
            description = "The colors around the data: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Theme theme;

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "LANGUAGE",
            description =
                    "${COMPLETION-CANDIDATES}: English or Traditional Chinese, for which a font is needed (default: ${DEFAULT-VALUE}).")
    private Language language;

    @Option(
            names = "--effort",
            defaultValue = "full",
            paramLabel = "EFFORT",
            description =
                    "How much to compute, ${COMPLETION-CANDIDATES}: quick has fewer seeds and steps (default: ${DEFAULT-VALUE}).")
    private Effort effort;

    @Option(
            names = "--check",
            paramLabel = "FOLDER",
            description = "Draw the figures in a folder again, each as its receipt says, and say which files differ.")
    private Path check;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Figures to have under way at a time; the files do not depend on it (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    FiguresCommand(Signals signals) {
        this.signals = signals;
    }

    /** What is done for one figure, in any thread. */
    private interface Work<T> {
        T of(FigureEntry figure) throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException {
        ProgressOption.noteKernel(ProgressOption.Form.none);
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads: there must be at least 1, found " + threads);
        }
        try {
            if (list) {
                requireAlone("--list", "--only");
                figures().forEach(figure -> say("%2s  %s".formatted(figure.number(), figure.name())));
                return ExitCode.OK;
            }
            if (check != null) {
                requireAlone("--check", "--threads");
                return check();
            }
            return draw();
        } catch (InterruptedException e) {
            return Gradus.INTERRUPTED;
        }
    }

    /** Refuses options that would do nothing beside one that needs no others. */
    private void requireAlone(String option, String fine) {
        List<String> others = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name ->
                        !List.of(option, fine, "--ascii", "--stacktrace").contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s does nothing beside %s; leave one of them out".formatted(others.get(0), option));
        }
    }

    private List<FigureEntry> figures() {
        try {
            return Figures.meant(only);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--only: " + e.getMessage(), e);
        }
    }

    private int draw() throws IOException, InterruptedException {
        List<FigureEntry> figures = figures();
        FigureOrder order = new FigureOrder(theme, language, effort);
        order.requireFont();
        Workshop workshop = Workshop.of(effort);
        try (ResultsFolder out = folder.claim(Path.of("target", "figures"))) {
            try {
                boolean whole = each(
                        figures,
                        figure -> {
                            DrawnFigure drawn = DrawnFigure.of(figure, order, workshop);
                            Artifact.writeAll(out.path(), drawn.files());
                            return drawn.figure().chart(Language.EN).title(); // the console need not have other letters
                        },
                        (figure, title) -> say("%2s  %s".formatted(figure.number(), title)));
                return whole ? ExitCode.OK : ExitCode.SOFTWARE;
            } catch (InterruptedException e) {
                spec.commandLine().getErr().println("interrupted; what was drawn is in " + out.path());
                throw e;
            } finally {
                Artifact page = Artifact.page(FigureIndex.FILE, FigureIndex.of(out.path(), language));
                say("page: " + page.write(out.path()));
            }
        }
    }

    private int check() throws IOException, InterruptedException {
        FigureCheck checking = new FigureCheck(check);
        List<FigureEntry> figures = checking.figures();
        if (figures.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--check: there is no figure in %s; give a folder that gradus figures has written to"
                            .formatted(check));
        }
        List<FigureCheck.Finding> other = new ArrayList<>();
        boolean whole = each(
                figures,
                checking::of,
                (figure, findings) -> findings.forEach(finding -> {
                    say(finding.toString());
                    if (finding.verdict() != FigureCheck.Verdict.SAME) {
                        other.add(finding);
                    }
                }));
        say(
                other.isEmpty()
                        ? "all files are what this version draws"
                        : "not what this version draws: " + other.size() + " of the files");
        return whole && other.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    /**
     * Does something for each figure, several at a time, and tells of each in the order of the list; one that fails is told, and the others are done
     * all the same.
     *
     * @return whether none has failed
     */
    @SuppressWarnings("try") // the interruption is listened to, not asked
    private <T> boolean each(List<FigureEntry> figures, Work<T> work, BiConsumer<FigureEntry, T> telling)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, figures.size()));
        try (Interruption interruption = Interruption.ofThisThread(signals)) {
            List<Future<T>> results = figures.stream()
                    .map(figure -> pool.submit(() -> work.of(figure)))
                    .toList();
            boolean whole = true;
            for (int i = 0; i < figures.size(); i++) {
                try {
                    telling.accept(figures.get(i), results.get(i).get());
                } catch (ExecutionException e) {
                    whole = false;
                    spec.commandLine()
                            .getErr()
                            .println("figure %s: %s"
                                    .formatted(figures.get(i), Failure.sentence(e.getCause(), spec.commandLine())));
                }
            }
            return whole;
        } finally {
            pool.shutdownNow();
        }
    }
}
