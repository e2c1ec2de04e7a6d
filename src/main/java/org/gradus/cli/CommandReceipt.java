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
        List<String> words = new ArrayList<>(List.of("gradus"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return Receipt.ofWords(words);
    }

    /** With the run that the pictures show. */
    static Receipt of(CommandSpec spec, RunRecipe recipe) {
        return of(spec).withRuns(List.of(recipe.id()))
                .withSeeds(List.of(recipe.spec().get(Settings.SEED)));
    }
}
