package org.gradus.cli;

import java.util.List;
import org.gradus.cli.terminal.Output;
import org.gradus.cli.terminal.Signals;
import org.gradus.cli.terminal.Terminal;

/** The entry point of the program {@code gradus}. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process if it failed.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // charts are drawn in memory; without this, Java looks for a screen where DISPLAY is set
        System.setProperty("java.awt.headless", "true");
        // from JDK 22 to 24 there is a console even where there is no terminal, unless it is this one
        System.setProperty("jdk.console", "java.base");
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println(Version.text()); // the parser would take longer than the answer
            return;
        }
        int status = status(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int status(String[] args) {
        boolean ascii = List.of(args).contains("--ascii");
        try {
            return Gradus.run(
                    Signals.ofProcess(),
                    Output.to(System.out, Terminal.charset("stdout"), ascii),
                    Output.to(System.err, Terminal.charset("stderr"), ascii),
                    args);
        } catch (NoClassDefFoundError e) {
            System.err.println(
                    "gradus: " + e.getMessage().replace('/', '.')
                            + " is missing: this jar is the library alone; run gradus.jar, or bin/gradus, which have all that it needs");
            return 1;
        }
    }
}
