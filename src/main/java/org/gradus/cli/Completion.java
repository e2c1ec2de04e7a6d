package org.gradus.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gradus.cli.terminal.Output;
import org.gradus.experiment.DataSources;
import org.gradus.landscape.Landscapes;
import org.gradus.nn.Activation;
import org.gradus.optim.Rules;
import org.gradus.schedule.Schedules;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus completion}: what lets a shell complete commands, options and the names of rules, schedules and problems. */
@Command(
        name = "completion",
        description = {
            "Print a script that lets the shell complete commands, options and names at the Tab key.",
            "bash: source <(gradus completion bash), in ~/.bashrc to have it always; zsh: the same in ~/.zshrc with zsh."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Completion implements Callable<Integer> {
    private enum Shell {
        bash,
        zsh
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Output.data(out, script());
        out.flush();
        return ExitCode.OK;
    }

    private String script() {
        CommandLine program = Gradus.commandLine();
        program.getSubcommands().values().forEach(command -> complete(command.getCommandSpec()));
        String bash = AutoComplete.bash("gradus", program);
        // zsh reads scripts for bash, by two functions that must be there first
        return shell == Shell.bash ? bash : "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + bash;
    }

    /** Gives the options and parameters of a command the names that they can have. */
    private static void complete(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            List<String> names = names(option.longestName());
            if (!names.isEmpty()) {
                command.remove(option);
                command.addOption(option.toBuilder().completionCandidates(names).build());
            }
        }
        for (PositionalParamSpec parameter : List.copyOf(command.positionalParameters())) {
            List<String> names = names(parameter.paramLabel());
            if (!names.isEmpty()) {
                command.remove(parameter);
                command.addPositional(
                        parameter.toBuilder().completionCandidates(names).build());
            }
        }
    }

    /** What an option or parameter may be, as far as that has names. */
    private static List<String> names(String option) {
        return switch (option) {
            case "--rule", "--rules", "RULE" -> List.copyOf(Rules.names());
            case "--schedule" -> List.copyOf(Schedules.names());
            case "--problem" -> List.copyOf(Landscapes.names());
            case "--activation" -> List.copyOf(Activation.catalog().names());
            case "--data" ->
                DataSources.forms().stream()
                        .map(form -> form.replaceFirst("(?<=:).*", ""))
                        .toList();
            case "NAME" ->
                Stream.of(Rules.names(), Schedules.names(), Landscapes.names())
                        .flatMap(Set::stream)
                        .toList();
            default -> List.of();
        };
    }
}
