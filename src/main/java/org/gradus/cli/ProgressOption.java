package org.gradus.cli;

import picocli.CommandLine.Option;

/** {@code --progress}: how a command shows how far it has come, on standard error. */
final class ProgressOption {
    /** A way to show it. */
    enum Form {
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

    /** How to show it: {@code bar}, {@code lines} or {@code none}. */
    Form form(boolean quiet) {
        if (quiet) {
            return Form.none;
        }
        return form != Form.auto ? form : Terminal.found().err() ? Form.bar : Form.lines;
    }
}
