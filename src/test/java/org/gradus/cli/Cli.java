package org.gradus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param status the exit status
 * @param out what it printed
 * @param err what it complained of
 */
record Cli(int status, String out, String err) {

    static Cli gradus(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Gradus.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Cli(line.execute(args), out.toString(), err.toString());
    }
}
