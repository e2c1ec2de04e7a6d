package org.gradus.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.view.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the last row can read every figure; drawing all of them takes too long for every locale. */
class FigureSizeTest {
    @ParameterizedTest
    @MethodSource("org.gradus.lecture.FigureTest#figures")
    void nothingIsSmallerThan18PixelsOnASlide(FigureEntry entry) {
        String svg = Charts.svg(MadeFigures.get(entry).chart(Language.EN), Theme.LIGHT, 960, 540, Map.of());
        Matcher sizes = Pattern.compile("font-size[=:]\"?([0-9.]+)").matcher(svg);
        assertThat(sizes.results().mapToDouble(size -> 2 * Double.parseDouble(size.group(1))))
                .isNotEmpty()
                .allMatch(pixels -> pixels >= 18);
    }
}
