package org.gradus.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.book.FencedBlock;
import org.junit.jupiter.api.Test;

/** No command that a page shows is left out in silence: it is run, in the build or by {@code .ci/run}, or named with the reason why not. */
class CommandsTest {
    private static Stream<FencedBlock> blocks() throws IOException {
        return Pages.all().stream().flatMap(page -> page.blocks().stream()).filter(block -> !block.included());
    }

    private static List<List<String>> commands() throws IOException {
        return blocks().filter(block -> block.language().matches("sh|sh ci"))
                .flatMap(block -> block.commands().stream())
                .toList();
    }

    @Test
    void everyCommandIsRunOrNamed() throws IOException {
        assertThat(commands().stream()
                        .filter(command -> !GradusCommands.isElsewhere(command))
                        .filter(command -> GradusCommands.arguments(command).isEmpty()))
                .as("commands that nobody runs; run them, or say in GradusCommands.ELSEWHERE why not")
                .isEmpty();
    }

    @Test
    void whatIsNamedIsShown() throws IOException {
        List<String> texts =
                commands().stream().map(command -> String.join(" ", command)).toList();
        assertThat(GradusCommands.ELSEWHERE.keySet().stream()
                        .filter(start -> texts.stream().noneMatch(text -> text.startsWith(start))))
                .as("commands with a reason, which no page shows any more")
                .isEmpty();
    }

    @Test
    void commandsStandInBlocksThatAreRead() throws IOException {
        assertThat(blocks().map(FencedBlock::language)
                        .filter(language -> language.matches("(?i)bash|shell|console|sh .+")))
                .as("kinds of blocks; commands stand in sh, or in sh ci if they take long")
                .containsOnly("sh ci");
    }
}
