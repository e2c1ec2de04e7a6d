package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.terminal.Interruption;
import org.gradus.cli.terminal.Signals;
import org.gradus.experiment.plan.Journal;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.plan.Runner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The runs of a plan, each kept as soon as it has ended: whatever becomes of the others, {@code --resume} goes on from there.
 *
 * @param spec the command
 * @param plan which runs
 * @param runner by what
 * @param progress how to show how far it has come
 */
record JournaledRuns(CommandSpec spec, Plan plan, Runner runner, ProgressOption.Form progress) {
    private static final String JOURNAL = "runs.jsonl";

    /** Where the runs in a folder are kept. */
    static Path journal(Path folder) {
        return folder.resolve(JOURNAL);
    }

    /**
     * Runs what is missing in a folder.
     *
     * @return what came out, now and before; nothing if Ctrl-C ended it, which it has said then
     * @throws ParameterException if the journal there is one of other runs
     */
    Optional<Results> in(Path folder, Signals signals) throws IOException {
        return in(folder, JOURNAL, signals);
    }

    /** Runs what is missing in one of several journals in a folder. */
    @SuppressWarnings("try") // the interruption is listened to, not asked
    Optional<Results> in(Path folder, String name, Signals signals) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (Journal journal = Journal.open(folder.resolve(name), plan);
                Progress shown = Progress.of(progress, plan, done(journal), err);
                Interruption interruption = Interruption.ofThisThread(signals)) {
            journal.repair().ifPresent(err::println);
            return Optional.of(runner.run(journal, shown));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (InterruptedException e) {
            err.println("interrupted; what has ended is kept: go on by --resume --out " + folder);
            return Optional.empty();
        }
    }

    private static int done(Journal journal) {
        return (int) journal.results().stream()
                .map(RunResult::failure)
                .filter(Optional::isEmpty)
                .count();
    }
}
