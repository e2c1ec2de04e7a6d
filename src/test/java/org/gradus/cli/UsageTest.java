package org.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
    static List<String> commands() {
        return List.copyOf(Gradus.commandLine().getSubcommands().keySet());
    }

    private static String help(String command, int columns) {
        CommandLine line = Gradus.commandLine();
        Usage.fit(line, columns);
        return line.getSubcommands().get(command).getUsageMessage();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesAndTheExitStatusAreThere(String command) {
        assertThat(help(command, 80))
                .contains("Exit status:", "  0     all went well", "  130   ", "Examples:", "  gradus " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesAreAccepted(String command) {
        assertThat(Usage.examples(command)).isNotEmpty().allSatisfy(example -> {
            List<String> words = new ArrayList<>();
            Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(example.replaceAll(" >.*", ""));
            while (word.find()) {
                words.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            assertThatCode(() -> Gradus.commandLine().parseArgs(words.toArray(String[]::new)))
                    .as(example)
                    .doesNotThrowAnyException();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void linesOfProseFitTheTerminal(int columns) {
        assertThat(help("train", columns).lines().filter(line -> !line.startsWith("  gradus ")))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(columns));
    }

    @Test
    void aWideTerminalIsUsedUpToWhatCanBeRead() {
        assertThat(help("train", 200).lines().mapToInt(String::length).max().orElseThrow())
                .isBetween(120, 160);
    }

    @Test
    void onANarrowTerminalNothingIsLost() {
        String wide = help("trace", 80).replaceAll("\\s+", "");
        assertThat(help("trace", 40).replaceAll("\\s+", "")).isEqualTo(wide);
    }
}
