package org.gradus.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.testing.InEveryLocale;
import org.gradus.view.ChartTable;
import org.gradus.view.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all figures: in one class, since of two each might compute them all, in a Java of its own. */
class FigureTest {
    private static final String FIGURES = "org.gradus.lecture.FigureTest#figures";
    private static final int NAMES = 4; // panel, kind, name, role

    static Stream<FigureEntry> figures() {
        return Figures.meant(List.of()).stream();
    }

    @Nested
    @InEveryLocale
    class Texts {
        @ParameterizedTest
        @MethodSource(FIGURES)
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
        @MethodSource(FIGURES)
        void bothLanguagesShowTheSameNumbers(FigureEntry entry) {
            Figure figure = MadeFigures.get(entry);
            assertThat(numbers(figure, Language.ZH)).isEqualTo(numbers(figure, Language.EN));
        }
    }

    /** The rows without the names. */
    private static List<List<Object>> numbers(Figure figure, Language language) {
        return ChartTable.of(figure.chart(language)).rows().stream()
                .map(row -> row.subList(NAMES, row.size()))
                .toList();
    }

    /** The last row of a room can read every figure; drawing all of them takes too long for every locale. */
    @ParameterizedTest
    @MethodSource("figures")
    void nothingIsSmallerThan18PixelsOnASlide(FigureEntry entry) {
        String svg = Charts.svg(MadeFigures.get(entry).chart(Language.EN), Theme.LIGHT, 960, 540, Map.of());
        Matcher sizes = Pattern.compile("font-size[=:]\"?([0-9.]+)").matcher(svg);
        assertThat(sizes.results().mapToDouble(size -> 2 * Double.parseDouble(size.group(1))))
                .isNotEmpty()
                .allMatch(pixels -> pixels >= 18);
    }

    @Test
    void theyAreNumberedWithoutGaps() {
        List<Integer> numbers = figures().map(FigureEntry::number).toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
}
