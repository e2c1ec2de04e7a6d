package org.gradus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gradus.cli.terminal.Signals;

/**
 * What a command did.
 *
 * @param status the exit status
 * @param out what it printed
 * @param err what it complained of
 */
public record Cli(int status, String out, String err) {

    /** A command during which nobody presses Ctrl-C. */
    public static Cli gradus(String... args) {
        return gradus(action -> () -> {}, args);
    }

    static Cli gradus(Signals signals, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Gradus.run(signals, new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Cli(status, out.toString(), err.toString());
    }
}
