package org.gradus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class BarTest {
    private static final String NOTE = "adam, seed 1: validation accuracy 0.961";

    private final StringWriter text = new StringWriter();

    private List<String> pictures(int columns, int steps) {
        try (Bar bar = new Bar(new PrintWriter(text), columns, 100)) {
            for (int i = 0; i < steps; i++) {
                bar.step();
            }
            bar.note(NOTE);
        }
        return List.of(text.toString().substring(1).split("\r"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void aPictureFillsOneLineAndLeavesTheLastColumn(int columns) {
        List<String> pictures = pictures(columns, 50);
        assertThat(pictures)
                .allSatisfy(
                        picture -> assertThat(picture.stripTrailing().length()).isLessThan(columns));
        assertThat(pictures.get(pictures.size() - 1)).startsWith(" 50% [#####").endsWith(System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void theBarIsAtLeastTenCellsAndHalfOfThemAreFull(int columns) {
        String bar = pictures(columns, 50).get(0).replaceAll("(?s).*\\[(.*?)\\].*", "$1");
        assertThat(bar).hasSizeBetween(10, 40).matches("#+\\.+");
        assertThat(bar.replace(".", "").length()).isEqualTo(bar.length() / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void timeLeftAndNoteStandBesideItAsFarAsThereIsRoom(int columns) {
        String picture = pictures(columns, 50).get(0);
        assertThat(picture).containsPattern("\\] \\d:\\d\\d left adam, ");
        assertThat(picture.contains(NOTE)).isEqualTo(columns >= 80);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 130})
    void neitherNothingNorTooMuchBreaksIt(int steps) {
        String share = steps == 0 ? "  0% [" : "100% [";
        assertThat(pictures(80, steps).get(0)).startsWith(share);
    }
}
