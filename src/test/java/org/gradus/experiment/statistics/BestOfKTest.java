package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Test;

class BestOfKTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(300, 0.9);

    private static double[] curve(boolean lowerIsBetter, double... values) {
        return BestOfK.of(values, lowerIsBetter, BOOTSTRAP, new RandomStream(1)).stream()
                .mapToDouble(Estimate::value)
                .toArray();
    }

    /** The mean over all combinations of k of the seven numbers, enumerated in Python's {@code fractions}. */
    @Test
    void isTheMeanOverAllChoices() {
        double[] values = {3, 1, 4, 1, 5, 9, 2};
        assertThat(curve(false, values))
                .containsExactly(
                        new double[] {25 / 7.0, 109 / 21.0, 44 / 7.0, 249 / 35.0, 164 / 21.0, 59 / 7.0, 9},
                        within(1e-14));
        assertThat(curve(true, values))
                .containsExactly(
                        new double[] {25 / 7.0, 41 / 21.0, 10 / 7.0, 41 / 35.0, 22 / 21.0, 1, 1}, within(1e-14));
        assertThat(curve(true, 5)).containsExactly(5);
    }

    @Test
    void withAsManyFailuresTheBestMayBeOne() {
        double none = Double.POSITIVE_INFINITY;
        assertThat(curve(true, none, 3, none, 1)).containsExactly(new double[] {none, none, 1.5, 1}, within(1e-14));
    }

    @Test
    void bandsHoldTheCurveAndEndAtTheBestOfAll() {
        double[] values = {3, 1, 4, 1.5, 5, 9, 2, 6};
        List<Estimate> curve = BestOfK.of(values, false, BOOTSTRAP, new RandomStream(1));
        assertThat(curve)
                .allSatisfy(point ->
                        assertThat(point.interval().contains(point.value())).isTrue());
        assertThat(curve.get(7).interval().upper()).isEqualTo(9);
        assertThat(BestOfK.of(values, false, BOOTSTRAP, new RandomStream(1))).isEqualTo(curve);
    }

    @Test
    void nothingAndNaNAreRefused() {
        assertThatThrownBy(() -> curve(true))
                .hasMessage("best of k: expected at least one value and no NaN, found [];"
                        + " give a trial that diverged the worst value, ∞ or −∞");
        assertThatThrownBy(() -> curve(true, Double.NaN)).hasMessageContaining("found [NaN]");
    }
}
