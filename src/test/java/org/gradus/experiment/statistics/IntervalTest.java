package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class IntervalTest {
    /** SciPy 1.17.1: {@code scipy.stats.binomtest(k, n).proportion_ci(level, method="wilson")}. */
    @Test
    void isSciPys() {
        assertShare(2, 10, 0.95, 0.056682151454375274, 0.5098375284633583);
        assertShare(10, 10, 0.95, 0.7224672001371109, 1);
        assertShare(0, 7, 0.95, 0, 0.35433043506668743);
        assertShare(20, 29, 0.95, 0.5076986576690684, 0.8272438325551678);
        assertShare(5, 8, 0.99, 0.23747022784047406, 0.899189432594738);
    }

    /** A tie counts half: the same formula with k = 3.5, evaluated in Python. */
    @Test
    void countsNeedNotBeWhole() {
        assertShare(3.5, 10, 0.95, 0.13693056347003552, 0.6463292764888312);
    }

    private static void assertShare(double successes, int trials, double level, double lower, double upper) {
        Interval interval = Interval.ofShare(successes, trials, level);
        assertThat(interval.lower()).isCloseTo(lower, within(1e-14));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-14));
    }

    @Test
    void isCommonsMaths() {
        for (int n = 1; n <= 40; n++) {
            for (int k = 1; k < n; k++) {
                ConfidenceInterval theirs = new WilsonScoreInterval().createInterval(n, k, 0.9);
                assertShare(k, n, 0.9, theirs.getLowerBound(), theirs.getUpperBound());
            }
        }
    }

    @Test
    void endsBelongToIt() {
        Interval interval = new Interval(-1, Double.POSITIVE_INFINITY, 0.95);
        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(Double.POSITIVE_INFINITY)).isTrue();
        assertThat(interval.contains(-1.5)).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
        assertThat(new Interval(0, 1, 0.5).contains(1.5)).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Interval(2, 1, 0.95))
                .hasMessage("interval: expected its ends in order, found 2.0 and 1.0; give the lower one first");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1, 0.95)).hasMessageContaining("found NaN and 1.0");
        assertThatThrownBy(() -> new Interval(1, 2, 95))
                .hasMessage("interval: expected a level between 0 and 1, found 95.0; 0.95 is usual");
        assertThatThrownBy(() -> Interval.ofShare(5, 4, 0.95))
                .hasMessage("interval of a share: expected 0 to n of n trials, found 5.0 of 4; count again");
        assertThatThrownBy(() -> Interval.ofShare(0, 0, 0.95)).hasMessageContaining("0.0 of 0");
    }
}
