package org.gradus.lecture.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class EmaMemoryTest {
    private final EmaMemory figure = MadeFigures.get(EmaMemory.class, "ema-memory");

    @Test
    void theWeightsAreThoseOfAnAverage() {
        assertThat(EmaMemory.weight(0.9, 0)).isCloseTo(0.1, within(1e-15));
        assertThat(EmaMemory.weight(0.9, 2)).isCloseTo(0.081, within(1e-15));
        double sum = IntStream.range(0, 5000)
                .mapToDouble(k -> EmaMemory.weight(0.99, k))
                .sum();
        double age = IntStream.range(0, 5000)
                .mapToDouble(k -> k * EmaMemory.weight(0.99, k))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(age).isCloseTo(99, within(1e-9)); // β / (1 − β)
    }

    @Test
    void theLastOneOverOneMinusBetaHaveTwoThirds() {
        assertThat(EmaMemory.remembered(0.9)).isCloseTo(1 - Math.pow(0.9, 10), within(1e-14));
        assertThat(EmaMemory.remembered(0.99)).isCloseTo(1 - Math.pow(0.99, 100), within(1e-14));
        assertThat(figure.chart(Language.EN).title()).contains("63 %"); // 1 − 1/e = 63.2 %
    }

    /** The plain average over ρ_∞ gradients has the mean age (ρ_∞ − 1)/2 = β/(1 − β) too. */
    @Test
    void rhoGoesFromOneToItsLimit() {
        double[] rho = figure.rho();
        assertThat(EmaMemory.limit()).isCloseTo(199, within(1e-10));
        assertThat((EmaMemory.limit() - 1) / 2).isCloseTo(99, within(1e-10));
        assertThat(rho[0]).isCloseTo(1, within(1e-10)); // 199 − 2 · 0.99 / 0.01
        assertThat(rho[3]).isLessThan(4);
        assertThat(rho[4]).isGreaterThan(4); // some step always lies in (4, 5]
        for (int i = 1; i < rho.length; i++) {
            assertThat(rho[i]).isGreaterThan(rho[i - 1]);
        }
        assertThat(rho[rho.length - 1]).isBetween(198.0, 199.0);
    }
}
