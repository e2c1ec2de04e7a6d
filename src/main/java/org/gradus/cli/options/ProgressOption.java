package org.gradus.cli.options;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.gradus.cli.terminal.Terminal;
import org.gradus.tensor.Tensor;
import picocli.CommandLine.Option;

/** {@code --progress}: how a command shows how far it has come, on standard error. */
public final class ProgressOption {
    /** Kept, because Java forgets a level with the logger that nobody holds. */
    private static final Logger ENGINE = Logger.getLogger("org.gradus.tensor.linear");

    /** A way to show it. */
    public enum Form {
        /** A bar on a terminal, lines elsewhere. */
        auto,
        /** One line that is written over and over. */
        bar,
        /** A line for every epoch or run. */
        lines,
        /** Nothing. */
        none
    }

    @Option(
            names = "--progress",
            defaultValue = "auto",
            paramLabel = "FORM",
            description =
                    "How to show progress: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, a bar on a terminal and lines elsewhere).")
    private Form form;

    /** For the parser of the command line, which makes one. */
    public ProgressOption() {}

    /**
     * {@return how to show it: {@code bar}, {@code lines} or {@code none}}
     *
     * @param quiet whether nothing is to be shown
     */
    public Form form(boolean quiet) {
        if (quiet) {
            return Form.none;
        }
        return form != Form.auto ? form : Terminal.found().err() ? Form.bar : Form.lines;
    }

    /**
     * Lets what the engine logs at its first product of matrices come now, if it comes: which kernel it has to do without, and why. It comes
     * before a progress bar and not within, and not at all where nothing is to be said.
     *
     * @param form how progress is shown
     */
    public static void noteKernel(Form form) {
        ENGINE.setLevel(form == Form.none ? Level.OFF : null);
        Tensor one = Tensor.of(new double[][] {{1}});
        one.matmul(one);
    }
}
