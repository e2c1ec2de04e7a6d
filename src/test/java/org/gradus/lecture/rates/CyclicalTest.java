package org.gradus.lecture.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;

class CyclicalTest {
    private final Cyclical figure = MadeFigures.get(Cyclical.class, "cyclical");

    @Test
    void theRatesSwingBetweenTheBoundsOfTheRangeTest() {
        List<StepMetrics> steps = figure.policy(0).runs().get(0).history().steps();
        double base = Double.parseDouble(figure.base());
        double maximum = Double.parseDouble(figure.maximum());
        int cycle = steps.size() / 3;
        assertThat(steps.size() % 6).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(steps.get(i * cycle).learningRate()).isCloseTo(base, within(1e-15));
            assertThat(steps.get(i * cycle + cycle / 2).learningRate()).isCloseTo(maximum, within(1e-15));
        }
    }

    /** By the formulas: of triangular2 each swing is half as high as the one before, of exp-range γ^t as high. */
    @Test
    void theOtherPoliciesSwingLessAndLess() {
        int cycle = figure.policy(1).runs().get(0).history().steps().size() / 3;
        double base = Double.parseDouble(figure.base());
        assertThat(rate(1, 3 * cycle / 2) - base).isCloseTo((rate(1, cycle / 2) - base) / 2, within(1e-15));
        double gammaOverACycle = (rate(2, 3 * cycle / 2) - base) / (rate(2, cycle / 2) - base);
        assertThat(gammaOverACycle).isCloseTo(Math.pow(0.01, 1 / 3.0), within(1e-9)); // 0.01 is left after three
    }

    /** Not what the slide says: each policy learns, and none comes down to the loss of the constant upper bound. */
    @Test
    void allTrainAndNoneReachesTheConstantRate() {
        for (int policy = 0; policy < 3; policy++) {
            assertThat(Courses.losses(figure.policy(policy))[0])
                    .isGreaterThan(50 * Courses.last(figure.policy(policy)));
            assertThat(figure.loss(policy)).isGreaterThan(1.5);
        }
    }

    private double rate(int policy, int step) {
        return figure.policy(policy).runs().get(0).history().steps().get(step).learningRate();
    }
}
