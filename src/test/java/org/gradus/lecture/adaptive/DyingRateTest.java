package org.gradus.lecture.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class DyingRateTest {
    private final DyingRate figure = MadeFigures.get(DyingRate.class, "adagrad-rate");
    private final double[] adagrad = DyingRate.rates(figure.adagrad());
    private final double[] rmsProp = DyingRate.rates(figure.rmsProp());

    @Test
    void adagradsRateNeverRisesAndStaysWhereTheHugeGradientsLeftIt() {
        for (int i = 1; i < DyingRate.STEPS; i++) {
            assertThat(adagrad[i]).isLessThan(adagrad[i - 1] * (1 + 1e-9)); // digits lost in −Δθ / g
        }
        assertThat(adagrad[DyingRate.HUGE - 1]).isCloseTo(1 / Math.sqrt(5 * 100 * 100), within(1e-12));
        assertThat(adagrad[DyingRate.STEPS - 1]).isBetween(0.0044, 0.0045); // 1/√(50000 + 295 · 1.25) = 0.00446
    }

    @Test
    void rmsPropsRateComesBack() {
        assertThat(rmsProp[DyingRate.HUGE - 1]).isCloseTo(1 / Math.sqrt(100 * 100), within(1e-12));
        // 0.9^k · 100² + 1.25 = 1/0.8² gives k = 98; noise and the steps between leave some room
        assertThat(figure.recovery()).isBetween(75, 105);
        assertThat(rmsProp[DyingRate.STEPS - 1]).isGreaterThan(100 * adagrad[DyingRate.STEPS - 1]);
    }

    @Test
    void rmsPropsRateIsNotMonotone() {
        assertThat(figure.falls()).isBetween(40L, 200L);
    }
}
