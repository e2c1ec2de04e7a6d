package org.gradus.cli;

import java.io.PrintWriter;
import java.util.List;
import org.gradus.cli.terminal.Signals;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program and its commands. */
@Command(
        name = "gradus",
        description = "A small autodiff library that teaches optimization for deep learning.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Gradus implements Runnable {
    /** The exit status of a command that Ctrl-C ended, as shells have it: 128 and the number of the signal. */
    static final int INTERRUPTED = 130;

    /** The commands, in the order to list them. */
    private static final List<String> COMMANDS = List.of(
            "duel",
            "compare",
            "sweep",
            "train",
            "reproduce",
            "predict",
            "fork",
            "range-test",
            "explain",
            "trace",
            "diff",
            "figures",
            "book",
            "completion");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--ascii",
            scope = ScopeType.INHERIT,
            description = "Write theta_t for θ_t, also where the terminal has all signs.")
    private boolean ascii; // Main looks for it, because errors in the command line are written that way too

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "With an error that ends the command, show where in the program it happened.")
    private boolean stacktrace;

    /** One of {@link #COMMANDS}. */
    private static Object command(String name, Signals signals) {
        return switch (name) {
            case "duel" -> new DuelCommand(signals);
            case "compare" -> new Compare(signals);
            case "sweep" -> new Sweep(signals);
            case "train" -> new Train(signals);
            case "reproduce" -> new Reproduce(signals);
            case "predict" -> new Predict();
            case "fork" -> new ForkCommand(signals);
            case "range-test" -> new RangeTestCommand(signals);
            case "explain" -> new Explain();
            case "trace" -> new TraceCommand();
            case "diff" -> new Diff();
            case "figures" -> new FiguresCommand(signals);
            case "book" -> new BookCommand(signals);
            case "completion" -> new Completion();
            default -> throw new IllegalArgumentException("no command: " + name);
        };
    }

    /** The parser of all commands. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS, Signals.ofProcess());
    }

    /** The parser of some commands: the others cost no time. */
    static CommandLine commandLine(List<String> commands, Signals signals) {
        Gradus gradus = new Gradus();
        CommandLine line = new CommandLine(gradus);
        commands.forEach(name -> line.addSubcommand(name, new CommandLine(command(name, signals))));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Usage.describe(line);
        Misuse.readNumbers(line);
        Complaints complaints = new Complaints(gradus);
        line.setParameterExceptionHandler(complaints).setExecutionExceptionHandler(complaints);
        return line;
    }

    /**
     * Runs one command.
     *
     * @param signals how to hear Ctrl-C
     * @param out where its results go
     * @param err where progress and complaints go
     * @param args the command line
     * @return the exit status
     */
    static int run(Signals signals, PrintWriter out, PrintWriter err, String... args) {
        List<String> words = List.of(args);
        List<String> named = COMMANDS.stream().filter(words::contains).toList();
        CommandLine line = commandLine(named.isEmpty() ? COMMANDS : named, signals);
        line.setOut(out).setErr(err);
        if (words.contains("--help") || words.contains("-h")) {
            Usage.fit(line);
        }
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            CommandLine command = line.getSubcommands().getOrDefault(named.isEmpty() ? "" : named.get(0), line);
            return new Complaints(line.getCommand()).ended(e, command);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /**
     * Errors as one line each: what is wrong, and where help is. A class, because JDK 17 cannot keep lambdas of these interfaces of Java 5 for a
     * faster start.
     */
    private record Complaints(Gradus gradus) implements IParameterExceptionHandler, IExecutionExceptionHandler {
        @Override
        public int handleParseException(ParameterException error, String[] args) {
            CommandLine command = error.getCommandLine();
            String name = command.getCommandSpec().qualifiedName();
            command.getErr().println(name + ": " + Misuse.sentence(error, COMMANDS));
            command.getErr().println("Try '" + name + " --help'.");
            return ExitCode.USAGE;
        }

        @Override
        public int handleExecutionException(Exception error, CommandLine command, ParseResult result) {
            return ended(error, command);
        }

        int ended(Throwable error, CommandLine command) {
            String name = command.getCommandSpec().qualifiedName();
            command.getErr().println(name + ": " + Failure.sentence(error, command));
            if (gradus.stacktrace) {
                error.printStackTrace(command.getErr());
            }
            return ExitCode.SOFTWARE;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command to run, such as 'gradus compare'");
    }
}
