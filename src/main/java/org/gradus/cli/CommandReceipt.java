package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
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
}
