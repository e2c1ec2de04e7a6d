package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colors that rules have in charts. */
@InEveryLocale
class RuleColorTest {
    private static final List<String> BASIC = List.of("sgd", "sgdm", "nag", "adagrad", "rmsprop", "adam");

    /** Normal sight, protanopia and deuteranopia as matrices on linear RGB: Machado et al. 2009, severity 1.0. */
    private static final double[][][] SIGHTS = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}
    };

    private static List<String> all() {
        return Stream.concat(Rules.names().stream(), Rules.wrapperNames().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "sgd, #2b2b2b",
        "sgdm, #c23b13",
        "nag, #93117e",
        "adagrad, #33a58b",
        "rmsprop, #cb8300",
        "adam, #1f6ed4",
        "amsgrad, #00525c",
        "adabound, #b8609c",
        "swats, #3a146e",
        "radam, #8f8657",
        "nadam, #2f6b3a",
        "adamw, #5897bf",
        "sgdwm, #6b2f00",
        "lookahead, #ef677e"
    })
    void theLecturesRulesHaveTheirsInEveryFigure(String rule, String color) {
        assertThat(Rules.color(rule)).isEqualTo(color);
        assertThat(Rules.colors(List.of("something else", rule))).containsEntry(rule, color);
    }

    @Test
    void aRuleAroundAnotherHasItsOwn() {
        assertThat(Rules.color("lookahead(adam)")).isEqualTo("#ef677e");
        assertThat(Rules.color("cycled(lookahead(adam))")).isEqualTo(Rules.color("cycled"));
    }

    /** hsl(0, 55 %, 36 %) and, 137.5° further, hsl(137.508, 55 %, 25 %), computed with Python's colorsys. */
    @Test
    void aRuleThatBringsNoneHasOneByItsPlace() {
        assertThat(Rules.color("sgdm-ema")).isEqualTo("#8e2929");
        assertThat(Rules.color("nag-original")).isEqualTo("#1d6331");
    }

    @Test
    void noTwoRulesHaveTheSame() {
        assertThat(all().stream().map(Rules::color)).doesNotHaveDuplicates();
    }

    @Test
    void aNameThatIsNoRulesIsLeftToTheChartAndSoIsARuleWhoseColorIsTaken() {
        assertThat(Rules.colors(List.of("η = 0.1", "lookahead(adam)", "lookahead(sgdm)", "adam", "adam")))
                .containsExactly(
                        entry("η = 0.1", "η = 0.1"),
                        entry("lookahead(adam)", "#ef677e"),
                        entry("lookahead(sgdm)", "lookahead(sgdm)"),
                        entry("adam", "#1f6ed4"));
    }

    @Test
    void anUnknownRuleHasNone() {
        assertThatThrownBy(() -> Rules.color("adm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no rule 'adm'; did you mean adam?");
    }

    @Test
    void whatIsNoColorIsRefused() {
        assertThatThrownBy(() -> new RuleEntry("mine", "Mine", "mine", "blue", 1, h -> new Sgd()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mine: a color is written as in #1f6ed4, found 'blue'; leave it out for one by the rule's"
                        + " place in the list");
    }

    @Test
    void keepsTheBasicRulesApartForTheColorBlind() {
        for (String one : BASIC) {
            for (String other : BASIC.subList(0, BASIC.indexOf(one))) {
                assertThat(distance(one, other)).as("%s and %s", one, other).isGreaterThan(0.115);
            }
        }
        assertThat(distance("adam", "sgdm")).isGreaterThan(0.27);
    }

    @ParameterizedTest
    @CsvSource({
        "amsgrad, adam", "adabound, adam", "adabound, sgdm", "swats, adam", "swats, sgdm", "radam, adam",
        "nadam, adam", "nadam, nag", "adamw, adam", "sgdwm, sgdm", "lookahead, sgd", "lookahead, adam"
    })
    void keepsEachVariantApartFromWhatItVaries(String variant, String rule) {
        assertThat(distance(variant, rule)).isGreaterThan(0.095);
    }

    @Test
    void standsOutFromWhite() {
        for (String rule : all()) {
            double[] linear = linear(Rules.color(rule));
            double luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
            assertThat(1.05 / (luminance + 0.05)).as(rule).isGreaterThanOrEqualTo(3);
        }
    }

    /** The smallest distance in OKLab (Ottosson 2020) over the three sights. */
    private static double distance(String one, String other) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double[][] sight : SIGHTS) {
            double[] a = oklab(times(sight, linear(Rules.color(one))));
            double[] b = oklab(times(sight, linear(Rules.color(other))));
            double square = 0;
            for (int i = 0; i < 3; i++) {
                square += (a[i] - b[i]) * (a[i] - b[i]);
            }
            smallest = Math.min(smallest, Math.sqrt(square));
        }
        return smallest;
    }

    private static double[] linear(String color) {
        float[] rgb = Color.decode(color).getRGBColorComponents(null);
        return IntStream.range(0, 3)
                .mapToDouble(i -> rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] oklab(double[] linear) {
        double[] cones = times(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                linear);
        double[] roots = IntStream.range(0, 3)
                .mapToDouble(i -> Math.cbrt(Math.max(0, cones[i])))
                .toArray();
        return times(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                roots);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2])
                .toArray();
    }
}
