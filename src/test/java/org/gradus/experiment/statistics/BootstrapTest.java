package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.RandomStream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class BootstrapTest {
    private static final Bootstrap USUAL = new Bootstrap(Bootstrap.USUAL_RESAMPLES, 0.95);

    /**
     * All 5⁵ resamples of five numbers, enumerated in Python: the ends are values whose tails hold 5.8 % and 0 % (median), 2.9 % and
     * 0.7 % (interquartile mean, in fractions), 32 % and 5.8 % (median, level 0.8); 10,000 draws find the same values.
     */
    @Test
    void isTheDistributionOfAllResamples() {
        double[] values = {3, -1, 7, 0.5, 2};
        assertEnds(USUAL.ofSorted(OrderStatistics::median, values, new RandomStream(1)), 2, -1, 7);
        assertEnds(
                new Bootstrap(10_000, 0.8).ofSorted(OrderStatistics::median, values, new RandomStream(2)), 2, 0.5, 3);
        assertEnds(
                USUAL.ofSorted(OrderStatistics::interquartileMean, values, new RandomStream(3)),
                (0.75 * 0.5 + 2 + 0.75 * 3) / 2.5,
                -0.55,
                5.8);
    }

    private static void assertEnds(Estimate estimate, double value, double lower, double upper) {
        assertThat(estimate.value()).isCloseTo(value, within(1e-14));
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-14));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-14));
    }

    @Test
    void isTheSameForTheSameSeedInAnyOrderOfTheNumbers() {
        Estimate once = USUAL.ofSorted(OrderStatistics::interquartileMean, new double[] {1, 2, 4}, new RandomStream(7));
        Estimate again =
                USUAL.ofSorted(OrderStatistics::interquartileMean, new double[] {4, 1, 2}, new RandomStream(7));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void itemsAreDrawnWholeAndInOrder() {
        Estimate both = USUAL.of(
                indices -> {
                    for (int i = 1; i < indices.length; i++) {
                        assertThat(indices[i]).isBetween(indices[i - 1], 3);
                    }
                    return indices[0];
                },
                4,
                new RandomStream(1));
        assertEnds(both, 0, 0, 2); // P(lowest of 4 draws = 3) = 1/256, P(at least 2) = 1/16
    }

    /** Of 100 resamples at level 0.9, 5 lie at each end: the interval goes from the fifth to the fifth from above. */
    @Test
    void endsAreDrawnValues() {
        List<Double> drawn = new ArrayList<>();
        Interval interval = new Bootstrap(100, 0.9)
                .of(
                        indices -> {
                            double value = Arrays.stream(indices).sum() + drawn.size() / 1000.0;
                            drawn.add(value);
                            return value;
                        },
                        20,
                        new RandomStream(1))
                .interval();
        List<Double> sorted =
                drawn.subList(1, drawn.size()).stream().sorted().toList(); // the first is that of the items themselves
        assertThat(sorted).hasSize(100).doesNotHaveDuplicates();
        assertThat(interval).isEqualTo(new Interval(sorted.get(4), sorted.get(95), 0.9));
    }

    @Test
    void aResampleWithoutAValueCountsAgainstBothEnds() {
        Estimate estimate = USUAL.of(indices -> indices[0] == 0 ? Double.NaN : 1, 3, new RandomStream(1));
        assertThat(estimate.interval())
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95));
    }

    /** A mean of −∞ and ∞ says nothing, so neither does the interval. */
    @Test
    void whatIsUndefinedMayBeAnything() {
        double none = Double.POSITIVE_INFINITY;
        Estimate median =
                USUAL.ofSorted(OrderStatistics::median, new double[] {-none, none, -none, none}, new RandomStream(1));
        assertThat(median.value()).isNaN();
        assertThat(median.interval()).isEqualTo(new Interval(-none, none, 0.95));
        Estimate mostly =
                USUAL.ofSorted(OrderStatistics::median, new double[] {1, 2, 3, 4, 5, 6, none}, new RandomStream(1));
        assertThat(mostly.value()).isEqualTo(4);
        assertThat(mostly.interval().upper()).isFinite();
    }

    /** Coverage of the median of 10 normal numbers: at least 0.95 − 0.03 of 400 intervals, less three binomial standard deviations of 1.1 %. */
    @Test
    void holdsTheTrueMedianAboutAsOftenAsItSays() {
        RandomStream random = new RandomStream(11);
        Bootstrap bootstrap = new Bootstrap(200, 0.95);
        int held = 0;
        for (int i = 0; i < 400; i++) {
            double[] values = new double[10];
            random.gaussians(values);
            held += bootstrap
                            .ofSorted(OrderStatistics::median, values, random)
                            .interval()
                            .contains(0)
                    ? 1
                    : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo((int) (400 * (0.92 - 3 * 0.011)));
    }

    @Test
    void tooFewResamplesAreRefused() {
        assertThatThrownBy(() -> new Bootstrap(99, 0.95))
                .hasMessage("bootstrap: expected at least 100 resamples, found 99; 10000 are usual");
        assertThatThrownBy(() -> new Bootstrap(100, 1)).hasMessageContaining("found 1.0");
    }
}
