package org.gradus.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.chart.Chart;
import org.gradus.chart.Panels;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.view.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all figures. */
class FigureTest {
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
    void nothingIsSmallerThan18PixelsOnASlide(FigureEntry entry) {
        String svg = Charts.svg(MadeFigures.get(entry).chart(Language.EN), Theme.LIGHT, 960, 540, java.util.Map.of());
        Matcher sizes = Pattern.compile("font-size[=:]\"?([0-9.]+)").matcher(svg);
        assertThat(sizes.results().mapToDouble(size -> 2 * Double.parseDouble(size.group(1))))
                .isNotEmpty()
                .allMatch(pixels -> pixels >= 18);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void bothLanguagesShowTheSameNumbers(FigureEntry entry) {
        Figure figure = MadeFigures.get(entry);
        assertThat(panels(figure.chart(Language.ZH))).isEqualTo(panels(figure.chart(Language.EN)));
    }

    private static int panels(Chart chart) {
        return chart instanceof Panels panels ? panels.charts().size() : 1;
    }
}
