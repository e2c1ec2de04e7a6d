package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gradus.chart.Theme;
import org.gradus.cli.options.FolderOptions;
import org.gradus.lecture.DrawnFigure;
import org.gradus.lecture.Effort;
import org.gradus.lecture.FigureEntry;
import org.gradus.lecture.FigureOrder;
import org.gradus.lecture.Figures;
import org.gradus.lecture.Workshop;
import org.gradus.view.Artifact;
import org.gradus.view.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradus figures}: the lecture's pictures, each with the claim it proves. */
@Command(
        name = "figures",
        description = "Draw the lecture's figures as PNG, SVG and PDF, with the numbers behind them as CSV.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class FiguresCommand implements Callable<Integer> {
    private enum Colors {
        light,
        dark,
        print
    }

    private enum Tongue {
        en,
        zh
    }

    private enum Work {
        full,
        quick
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ID",
            description = "Numbers or names of figures (default: all).")
    private List<String> only = List.of();

    @Mixin
    private FolderOptions folder;

    @Option(
            names = "--theme",
            defaultValue = "light",
            paramLabel = "THEME",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Colors theme;

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "LANGUAGE",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Tongue language;

    @Option(
            names = "--effort",
            defaultValue = "full",
            paramLabel = "EFFORT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Work effort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<FigureEntry> figures = Figures.meant(only);
        FigureOrder order = new FigureOrder(
                Theme.valueOf(theme.name().toUpperCase(Locale.ROOT)),
                Language.valueOf(language.name().toUpperCase(Locale.ROOT)),
                Effort.valueOf(effort.name().toUpperCase(Locale.ROOT)));
        PrintWriter console = spec.commandLine().getOut();
        Path out = folder.present(Path.of("target", "figures"));
        Workshop workshop = Workshop.of(order.effort());
        for (FigureEntry entry : figures) {
            long start = System.nanoTime();
            DrawnFigure drawn = DrawnFigure.of(entry, order, workshop);
            double computed = (System.nanoTime() - start) / 1e9;
            Artifact.writeAll(out, drawn.files());
            console.println(
                    "%s: %.2f s, with files %.2f s".formatted(entry, computed, (System.nanoTime() - start) / 1e9));
            console.flush();
        }
        return ExitCode.OK;
    }
}
