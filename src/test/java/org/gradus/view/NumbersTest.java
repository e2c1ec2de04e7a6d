package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "-24.2, -24.2",
        "123456.7, 123457",
        "9999999, 1e7",
        "12345678, 1.23457e7",
        "0.0001, 0.0001",
        "0.00001, 1e-5",
        "1e-300, 1e-300",
        "4.9e-324, 4.94066e-324",
        "NaN, NaN",
        "-Infinity, -∞"
    })
    void sixDigitsToRead(double number, String text) {
        assertThat(Numbers.text(number)).isEqualTo(text);
    }

    @Test
    void fixedPlacesForColumnsAndShares() {
        assertThat(Numbers.fixed(0.125, 2)).isEqualTo("0.12"); // half to even
        assertThat(Numbers.fixed(-1234567.891, 1)).isEqualTo("-1234567.9");
        assertThat(Numbers.fixed(1, 3)).isEqualTo("1.000");
        assertThat(Numbers.fixed(Double.NaN, 3)).isEqualTo("NaN");
        assertThat(Numbers.percent(0.975, 1)).isEqualTo("97.5 %");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1.5|−1.5",
                "1e-5|1e−5",
                "(-1, -∞)|(−1, −∞)",
                "one-cycle: 0.1 to -0.5|one-cycle: 0.1 to −0.5",
                "three-hump-camel 2-3|three-hump-camel 2-3",
                "stage-3|stage-3",
                "-x|-x"
            })
    void onlySignsOfNumbersAreTypeset(String text, String typeset) {
        assertThat(Numbers.typeset(text)).isEqualTo(typeset);
    }
}
