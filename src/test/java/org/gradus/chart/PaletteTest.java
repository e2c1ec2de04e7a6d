package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class PaletteTest {
    @Test
    void aColorIsItself() {
        assertThat(Palette.colors(List.of("#1f6ed4", "η = 0.1", "#C23B13")))
                .containsExactly(entry("#1f6ed4", "#1f6ed4"), entry("η = 0.1", "#332288"), entry("#c23b13", "#c23b13"));
    }

    @Test
    void givesNamesColorsInTheOrderTheyAppear() {
        assertThat(Palette.colors(List.of("η = 0.1", "#1f6ed", "TITLE", "η = 0.1", "#1f6ed4")))
                .containsExactly(
                        entry("η = 0.1", "#332288"),
                        entry("#1f6ed", "#cc6677"),
                        entry("title", "#117733"),
                        entry("#1f6ed4", "#1f6ed4"));
    }

    @Test
    void repeatsTheOtherColorsFromTheNinthNameOn() {
        List<String> names = IntStream.range(0, 9).mapToObj(i -> "run " + i).toList();

        List<String> colors = List.copyOf(Palette.colors(names).values());

        assertThat(colors.subList(0, 8)).doesNotHaveDuplicates();
        assertThat(colors.get(8)).isEqualTo(colors.get(0));
    }
}
