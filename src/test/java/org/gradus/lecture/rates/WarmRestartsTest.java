package org.gradus.lecture.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;

class WarmRestartsTest {
    private final WarmRestarts figure = MadeFigures.get(WarmRestarts.class, "sgdr");

    @Test
    void theRateIsBackAtItsHighestAtEachRestartAndNearZeroBefore() {
        List<StepMetrics> steps = figure.sgdr().runs().get(0).history().steps();
        int perEpoch = steps.size() / 7 / figure.first();
        double highest = steps.get(0).learningRate();
        for (int end : new int[] {figure.ends()[0], figure.ends()[1]}) {
            assertThat(steps.get(end * perEpoch).learningRate()).isCloseTo(highest, within(1e-15));
            assertThat(steps.get(end * perEpoch - 1).learningRate()).isLessThan(0.02 * highest);
        }
    }

    /** A cosine is at a half in the middle of each period; the second and third are twice as long as the one before. */
    @Test
    void theRateIsHalfInTheMiddleOfEachPeriod() {
        List<StepMetrics> steps = figure.sgdr().runs().get(0).history().steps();
        int perEpoch = steps.size() / 7 / figure.first();
        for (int middle : new int[] {2 * figure.first(), 5 * figure.first()}) {
            double half = steps.get(0).learningRate() / 2;
            assertThat(steps.get(middle * perEpoch).learningRate()).isCloseTo(half, within(1e-12));
        }
    }

    @Test
    void theLossRisesByLessThanItThenFalls() {
        for (int restart = 0; restart < 2; restart++) {
            assertThat(figure.rise(restart)).isBetween(0.0, 1.0);
            assertThat(figure.fall(restart)).isGreaterThan(1.5);
        }
    }

    /** Not what restarts are for: the constant rate ends lower. */
    @Test
    void theConstantRateEndsLower() {
        assertThat(Courses.last(figure.constant())).isLessThan(Courses.last(figure.sgdr()));
    }
}
