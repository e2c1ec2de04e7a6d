package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Question ACCURACY = new Question("test accuracy", "%", false);

    @Test
    void asksForTheDistanceFromTheMedian() {
        Pairs spread =
                Spread.of(new Pairs(ACCURACY, new double[] {1, 2, 6}, new double[] {-NONE, 5, 7}), "spread over seeds");
        assertThat(spread.question()).isEqualTo(new Question("spread over seeds", "points", true, "steadier"));
        assertThat(spread.first()).containsExactly(1, 0, 4);
        assertThat(spread.second()).containsExactly(NONE, 0, 2);
    }

    @Test
    void whoMostlyFailsIsNotSteady() {
        Pairs spread =
                Spread.of(new Pairs(ACCURACY, new double[] {-NONE, -NONE, -NONE}, new double[] {1, 2, 3}), "spread");
        assertThat(spread.first()).containsExactly(NONE, NONE, NONE);
    }

    /** Interquartile ranges of {1, 2, 3, 4} and {2, 4, 6, 8}, by NumPy's percentile: 1.5 and 3. */
    @Test
    void ratioOfRangesHasAnInterval() {
        Pairs pairs = new Pairs(ACCURACY, new double[] {1, 2, 3, 4}, new double[] {2, 4, 6, 8});
        Estimate ratio = Spread.ratio(pairs, new Bootstrap(200, 0.95), new RandomStream(1));
        assertThat(ratio.value()).isCloseTo(0.5, within(1e-15));
        assertThat(ratio.interval().lower())
                .as("pairs stay together, 0/0 is unknown")
                .isZero();
        Pairs still = new Pairs(ACCURACY, new double[] {1, 1}, new double[] {2, 2});
        assertThat(Spread.ratio(still, new Bootstrap(200, 0.95), new RandomStream(1)))
                .isEqualTo(new Estimate(Double.NaN, new Interval(0, NONE, 0.95)));
    }

    /**
     * The ratio of 20 pairs of proportional numbers is 1/3 in each resample, whoever is drawn: pairs are drawn, not sides. Which has little
     * to do with whether the interval is right; for that see {@link JudgeTest}.
     */
    @Test
    void sidesAreDrawnTogether() {
        double[] first = new double[20];
        double[] second = new double[20];
        RandomStream random = new RandomStream(3);
        for (int i = 0; i < first.length; i++) {
            first[i] = random.gaussian();
            second[i] = 3 * first[i];
        }
        Interval interval = Spread.ratio(new Pairs(ACCURACY, first, second), new Bootstrap(500, 0.95), random)
                .interval();
        assertThat(interval.lower()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(interval.upper()).isCloseTo(1 / 3.0, within(1e-12));
    }
}
