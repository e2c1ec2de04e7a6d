package org.gradus.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program and its commands. */
@Command(
        name = "gradus",
        description = "A small autodiff library that teaches optimization for deep learning.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            Compare.class,
            Train.class,
            ForkCommand.class,
            RangeTestCommand.class,
            Explain.class,
            TraceCommand.class,
            Diff.class
        })
final class Gradus implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The parser, with errors as one line each: what is wrong, and where help is. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Gradus());
        line.setParameterExceptionHandler((error, args) -> {
            CommandLine command = error.getCommandLine();
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + error.getMessage());
            command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((error, command, result) -> {
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + Failure.sentence(error));
            return ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command to run, such as 'gradus compare'");
    }
}
