package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.Settings;
import org.gradus.view.Receipt;
import picocli.CommandLine.Model.CommandSpec;

/** The receipt of what a command writes: the command as it was typed. */
final class CommandReceipt {
    private CommandReceipt() {}

    static Receipt of(CommandSpec spec) {
        return Receipt.ofWords(words(spec));
    }

    /** The command of a {@code result.json}: without what is about the folder alone, and says nothing about the runs. */
    static String command(CommandSpec spec) {
        List<String> words = words(spec);
        words.removeAll(List.of("--resume", "--overwrite"));
        return Receipt.ofWords(words).command();
    }

    private static List<String> words(CommandSpec spec) {
        List<String> words = new ArrayList<>(List.of("gradus"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return words;
    }

    /** With the run that the pictures show. */
    static Receipt of(CommandSpec spec, RunRecipe recipe) {
        return of(spec).withRuns(List.of(recipe.id()))
                .withSeeds(List.of(recipe.spec().get(Settings.SEED)));
    }
}
