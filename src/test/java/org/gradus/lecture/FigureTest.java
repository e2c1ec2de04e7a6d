package org.gradus.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.testing.InEveryLocale;
import org.gradus.view.ChartTable;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all figures. */
@InEveryLocale
class FigureTest {
    private static final int NAMES = 4; // panel, kind, name, role

    static Stream<FigureEntry> figures() {
        return Figures.meant(List.of()).stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void titleAndCaptionAreSentencesInBothLanguages(FigureEntry entry) {
        Figure figure = MadeFigures.get(entry);
        for (String text : List.of(figure.chart(Language.EN).title(), figure.caption(Language.EN))) {
            assertThat(text).matches("\\P{IsHan}{20,}");
        }
        for (String text : List.of(figure.chart(Language.ZH).title(), figure.caption(Language.ZH))) {
            assertThat(text).containsPattern("\\p{IsHan}{3}");
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void bothLanguagesShowTheSameNumbers(FigureEntry entry) {
        Figure figure = MadeFigures.get(entry);
        assertThat(numbers(figure, Language.ZH)).isEqualTo(numbers(figure, Language.EN));
    }

    /** The rows without the names. */
    private static List<List<Object>> numbers(Figure figure, Language language) {
        return ChartTable.of(figure.chart(language)).rows().stream()
                .map(row -> row.subList(NAMES, row.size()))
                .toList();
    }

    @Test
    void theyAreNumberedWithoutGaps() {
        List<Integer> numbers = figures().map(FigureEntry::number).toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
}
