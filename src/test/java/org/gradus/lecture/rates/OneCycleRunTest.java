package org.gradus.lecture.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.train.StepMetrics;
import org.junit.jupiter.api.Test;

class OneCycleRunTest {
    private final OneCycleRun figure = MadeFigures.get(OneCycleRun.class, "one-cycle");

    @Test
    void momentumFallsWhileTheRateRisesAndTheOtherWay() {
        List<StepMetrics> steps = figure.cycle().runs().get(0).history().steps();
        double[] momentum = figure.momentum();
        assertThat(momentum).hasSameSizeAs(steps);
        assertThat(momentum[0]).isEqualTo(0.95);
        assertThat(Arrays.stream(momentum).min().orElseThrow()).isCloseTo(0.85, within(5e-3));
        for (int t = 1; t < momentum.length; t++) {
            double rise = steps.get(t).learningRate() - steps.get(t - 1).learningRate();
            assertThat(rise * (momentum[t] - momentum[t - 1])).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void bothHaveTheSameRatesToChooseFromAndAsManyEpochs() {
        List<Double> rates =
                figure.courses().groups().stream().map(RangeSuggestions::rate).toList();
        assertThat(rates.subList(0, 4)).isEqualTo(rates.subList(4, 8));
        assertThat(figure.cycle().epochs()).isEqualTo(figure.constant().epochs());
    }

    /** The first half of what the slide says shows, a larger rate; the second, that it trains faster, does not. */
    @Test
    void oneCycleStandsALargerRateAndEndsHigher() {
        assertThat(figure.height()).isGreaterThan(1);
        assertThat(figure.ratio()).isGreaterThan(1);
    }
}
