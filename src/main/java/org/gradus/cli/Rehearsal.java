package org.gradus.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.gradus.cli.terminal.Signals;

/**
 * Runs what is often asked for and prints nothing: a Java that watches it ({@code -XX:ArchiveClassesAtExit}) starts the program faster from
 * then on. The start script {@code bin/gradus} uses it.
 */
public final class Rehearsal {
    private static final List<String> COMMANDS = List.of(
            "--version",
            "--help",
            "explain",
            "explain radam",
            "explain one-cycle",
            "trace adam --steps 2",
            "compare --hepl");

    private Rehearsal() {}

    /**
     * Runs the commands.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        for (String command : COMMANDS) {
            Gradus.run(Signals.ofProcess(), nowhere, nowhere, command.split(" "));
        }
    }
}
