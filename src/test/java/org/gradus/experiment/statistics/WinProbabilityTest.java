package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WinProbabilityTest {
    @Test
    void tiesCountHalf() {
        double none = Double.POSITIVE_INFINITY;
        WinProbability p = WinProbability.of(new double[] {1, -2, 0, none, -none, 0, 0, 3, -0.0, 4}, 0.95);
        assertThat(p).isEqualTo(new WinProbability(4, 4, 2, Interval.ofShare(6, 10, 0.95)));
        assertThat(p.value()).isEqualTo(0.6);
    }

    @Test
    void allWonIsNotCertain() {
        WinProbability p = WinProbability.of(new double[] {1, 2, 3}, 0.95);
        assertThat(p.value()).isEqualTo(1);
        assertThat(p.interval().lower()).isLessThan(0.5);
        assertThat(p.interval().upper()).isEqualTo(1);
    }

    @Test
    void nanIsRefused() {
        assertThatThrownBy(() -> WinProbability.of(new double[] {Double.NaN}, 0.95))
                .hasMessage("probability to win: expected no NaN among the differences, found one;"
                        + " take 0 where both sides failed");
        assertThatThrownBy(() -> WinProbability.of(new double[0], 0.95)).hasMessageContaining("0.0 of 0");
    }
}
