package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PerformanceProfileTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void isTheShareOfRunsThatReachEachThreshold() {
        assertThat(PerformanceProfile.of(
                        new double[] {0.1, 0.2, NONE, 0.2}, true, new double[] {0, 0.1, 0.2, 1e9}, 0.95))
                .containsExactly(share(0), share(1), share(3), share(3));
        assertThat(PerformanceProfile.of(new double[] {90, 95, 97, -NONE}, false, new double[] {97, 95, 1}, 0.95))
                .containsExactly(share(1), share(2), share(3));
    }

    private static Estimate share(int of4) {
        return new Estimate(of4 / 4.0, Interval.ofShare(of4, 4, 0.95));
    }

    @Test
    void nothingAndNaNAreRefused() {
        assertThatThrownBy(() -> PerformanceProfile.of(new double[0], true, new double[] {1}, 0.95))
                .hasMessage("performance profile: expected at least one run, and no NaN among runs and thresholds;"
                        + " give a failed run the worst value, ∞ or −∞");
        assertThatThrownBy(() -> PerformanceProfile.of(new double[] {1}, true, new double[] {Double.NaN}, 0.95))
                .hasMessageContaining("no NaN");
    }
}
