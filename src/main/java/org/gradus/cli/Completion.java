package org.gradus.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.landscape.Landscapes;
import org.gradus.optim.Rules;
import org.gradus.schedule.Schedules;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
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
        for (CommandLine command : program.getSubcommands().values()) {
            CommandSpec described = command.getCommandSpec();
            List.copyOf(described.options()).forEach(option -> {
                Iterable<String> names = names(option.longestName());
                if (names.iterator().hasNext()) {
                    described.remove(option);
                    described.addOption(
                            option.toBuilder().completionCandidates(names).build());
                }
            });
        }
        String bash = AutoComplete.bash("gradus", program);
        // zsh reads bash's scripts; its own function compdef must be there first
        return shell == Shell.bash ? bash : "autoload -U +X compinit && compinit\n" + bash;
    }

    /** What an option may be; nothing for what has no names. */
    private static Iterable<String> names(String option) {
        return switch (option) {
            case "--rule", "--rules" -> Rules.names();
            case "--schedule" -> Schedules.names();
            case "--problem" -> Landscapes.names();
            default -> List.of();
        };
    }
}
