package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.optim.Rules;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether colors are told apart, and stand out from the ground of each theme, by computation. */
@InEveryLocale
class SightTest {
    /** What the W3C asks of graphics (WCAG 2.1, 1.4.11): (lighter + 0.05) / (darker + 0.05) of their luminances. */
    private static final double CONTRAST = 3;

    private static double luminance(String color) {
        double[] light = Oklab.light(color);
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** The pairs of XYZ and Oklab in Ottosson's table, of which white is (1, 0, 0); the others by the code he prints, in Python. */
    @ParameterizedTest
    @CsvSource({
        "#ffffff, 1, 0, 0",
        "#000000, 0, 0, 0",
        "#ff0000, 0.62796, 0.22486, 0.12585",
        "#0000ff, 0.45201, -0.03246, -0.31153"
    })
    void knowsWhatOneSees(String color, double lightness, double a, double b) {
        Oklab seen = Oklab.of(color);

        assertThat(seen.lightness()).isCloseTo(lightness, within(1e-4));
        assertThat(seen.a()).isCloseTo(a, within(1e-4));
        assertThat(seen.b()).isCloseTo(b, within(1e-4));
        assertThat(seen.html()).isEqualTo(color);
    }

    @Test
    void makesPalerWhatNoScreenCanShow() {
        String shown = new Oklab(0.6, 0.5, 0).html();

        assertThat(Oklab.of(shown).lightness()).isCloseTo(0.6, within(0.02));
        assertThat(Oklab.of(shown).a()).isBetween(0.1, 0.3);
    }

    @Test
    void seesNoHueInGrayAndNoRedWithoutItsCones() {
        assertThat(Sight.GRAY.of("#c23b13").a()).isCloseTo(0, within(1e-6));
        assertThat(Sight.NORMAL.of("#c23b13").distance(Sight.NORMAL.of("#3b6e13")))
                .isGreaterThan(0.2);
        assertThat(Sight.DEUTERANOPIA.of("#c23b13").distance(Sight.DEUTERANOPIA.of("#3b6e13")))
                .isLessThan(0.15);
        assertThat(Sight.smallestDistance("#c23b13", "#c23b13")).isZero();
    }

    @Test
    void wantsAColorAsInHtml() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oklab.of("red"))
                .withMessage("color: found 'red'; write it as in #1f6ed4");
    }

    @ParameterizedTest
    @EnumSource
    void everyColorStandsOutFromTheGround(Theme theme) {
        for (String color : Palette.others()) {
            assertThat(contrast(theme.drawn(color), theme.background()))
                    .as(color)
                    .isGreaterThan(CONTRAST);
        }
        for (String rule : Rules.names()) {
            assertThat(contrast(theme.drawn(Rules.color(rule)), theme.background()))
                    .as(rule)
                    .isGreaterThan(CONTRAST - 0.01);
        }
    }

    @ParameterizedTest
    @EnumSource
    void textsAreReadWithoutEffort(Theme theme) {
        assertThat(contrast(theme.ink(), theme.background())).isGreaterThan(7);
        assertThat(contrast(theme.softInk(), theme.background())).isGreaterThan(4.5);
        assertThat(contrast(theme.ink(), theme.lowGround())).isGreaterThan(4.5);
        assertThat(contrast(theme.ink(), theme.highGround())).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @EnumSource
    void neighborsOfThePaletteAreApartForEverybodyWithCones(Theme theme) {
        List<String> colors = Palette.others().subList(0, 3);
        for (int i = 0; i < colors.size(); i++) {
            for (String other : colors.subList(0, i)) {
                for (Sight sight : List.of(Sight.NORMAL, Sight.PROTANOPIA, Sight.DEUTERANOPIA, Sight.TRITANOPIA)) {
                    assertThat(sight.of(theme.drawn(colors.get(i))).distance(sight.of(theme.drawn(other))))
                            .as(sight + " of " + colors.get(i) + " and " + other)
                            .isGreaterThan(0.08);
                }
            }
        }
    }
}
