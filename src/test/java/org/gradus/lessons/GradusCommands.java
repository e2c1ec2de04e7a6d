package org.gradus.lessons;

import java.util.List;
import java.util.Optional;
import org.gradus.book.FencedBlock;

/** The commands in a block that start gradus, in whichever way. */
final class GradusCommands {
    /** The words that start it. */
    private static final List<List<String>> STARTS = List.of(
            List.of("gradus"), List.of("target/gradus/bin/gradus"), List.of("java", "-jar", "target/gradus.jar"));

    private GradusCommands() {}

    /** Those of a block, each from the word behind {@code gradus} on. */
    static List<List<String>> of(FencedBlock block) {
        return block.commands().stream()
                .map(GradusCommands::arguments)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a command tells gradus, if it starts gradus. */
    static Optional<List<String>> arguments(List<String> command) {
        return STARTS.stream()
                .filter(start -> command.size() > start.size()
                        && command.subList(0, start.size()).equals(start))
                .map(start -> command.subList(start.size(), command.size()))
                .findFirst();
    }
}
