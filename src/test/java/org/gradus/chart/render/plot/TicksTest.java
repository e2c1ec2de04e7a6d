package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class TicksTest {

    @Test
    void areRoundNumbersWithAsManyDecimalsAsNeeded() {
        assertThat(labels(Ticks.linear(0.85, 1.0, 8, false)))
                .containsExactly("0.86", "0.88", "0.90", "0.92", "0.94", "0.96", "0.98", "1.00");
        assertThat(labels(Ticks.linear(0.85, 1.0, 4, false))).containsExactly("0.85", "0.90", "0.95", "1.00");
        assertThat(labels(Ticks.linear(0, 43, 5, false))).containsExactly("0", "10", "20", "30", "40");
    }

    @Test
    void writeNegativeNumbersWithAMinusSignNotAHyphen() {
        assertThat(labels(Ticks.linear(-0.005, 0.0205, 6, false)))
                .containsExactly("\u22120.005", "0.000", "0.005", "0.010", "0.015", "0.020");
    }

    @Test
    void areExactWhereBinaryFractionsAreNot() {
        // 3 · 0.1 is 0.30000000000000004 in binary; the tick must be at the double nearest to 0.3
        assertThat(Ticks.linear(0, 0.3, 4, false)).contains(new Ticks.Tick(0.3, "0.3"));
    }

    @Test
    void groupTheDigitsOfLargeNumbersAndTakePowersOfTenForHugeOnes() {
        assertThat(labels(Ticks.linear(0, 25_000, 4, false))).containsExactly("0", "10\u2009000", "20\u2009000");
        assertThat(labels(Ticks.linear(0, 2_100_000, 4, false)))
                .containsExactly("0", "1\u2009000\u2009000", "2\u2009000\u2009000");
        assertThat(labels(Ticks.linear(-2e7, 3.5e7, 4, false))).containsExactly("−2×10⁷", "0", "2×10⁷");
        assertThat(labels(Ticks.linear(0, 1.6e9, 4, false))).containsExactly("0", "0.5×10⁹", "1.0×10⁹", "1.5×10⁹");
        assertThat(labels(Ticks.linear(0, 4.5e-7, 5, false)))
                .containsExactly("0", "1×10⁻⁷", "2×10⁻⁷", "3×10⁻⁷", "4×10⁻⁷");
    }

    @Test
    void areWholeForCounts() {
        assertThat(labels(Ticks.linear(0.9, 3.1, 10, true))).containsExactly("1", "2", "3");
        assertThat(labels(Ticks.linear(0.9, 3.1, 5, false))).containsExactly("1.0", "1.5", "2.0", "2.5", "3.0");
    }

    @Test
    void arePowersOfTenOnALogarithmicAxis() {
        List<Ticks.Tick> ticks = Ticks.log(-2.5, 1.2, 8);

        assertThat(labels(ticks)).containsExactly("10⁻²", "10⁻¹", "10⁰", "10¹");
        assertThat(ticks).contains(new Ticks.Tick(-2, "10⁻²"), new Ticks.Tick(1, "10¹"));
    }

    @Test
    void haveMinorOnesAtTwoToNineTimesAPowerOfTen() {
        List<Double> minor = Ticks.log(-1, 1, 8).stream()
                .filter(tick -> tick.label().isEmpty())
                .map(Ticks.Tick::position)
                .toList();

        assertThat(minor).hasSize(16);
        for (int k = 2; k <= 9; k++) {
            assertThat(minor.get(k - 2)).isCloseTo(Math.log10(k / 10.0), within(1e-12));
            assertThat(minor.get(k + 6)).isCloseTo(Math.log10(k), within(1e-12));
        }
    }

    @Test
    void skipPowersOfTenWhenThereAreMany() {
        List<Ticks.Tick> ticks = Ticks.log(-12.5, 0.5, 5);

        assertThat(labels(ticks)).containsExactly("10⁻¹⁰", "10⁻⁵", "10⁰");
        assertThat(ticks).as("with a minor tick at each power between").hasSize(13);
        assertThat(labels(Ticks.log(-300, 300, 8)))
                .containsExactly("10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰");
    }

    @Test
    void areOneTwoFiveOrPlainWhenLessThanTwoPowersOfTenAreInSight() {
        assertThat(labels(Ticks.log(Math.log10(0.3), Math.log10(2.4), 8))).containsExactly("0.5", "1", "2");
        assertThat(labels(Ticks.log(Math.log10(0.55), Math.log10(0.95), 8)))
                .containsExactly("0.6", "0.7", "0.8", "0.9");
    }

    private static List<String> labels(List<Ticks.Tick> ticks) {
        return ticks.stream()
                .map(Ticks.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
