package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class StabilityTest {
    private final Stability figure = MadeFigures.get(Stability.class, "stability");

    @Test
    void goodRatesAreThoseWithinAPointOfTheBestValidationAccuracy() {
        check(figure.study().adam(), figure.adam());
        check(figure.study().sgdm(), figure.sgdm());
    }

    private void check(ContestStudy.Side side, GoodRates good) {
        double best = side.byRate().stream()
                .mapToDouble(StabilityTest::accuracy)
                .max()
                .orElseThrow();
        assertThat(ContestStudy.numbers(side.byRate(), Trial::learningRate))
                .contains(good.lowest(), good.highest(), good.best());
        for (Trial trial : side.byRate()) {
            boolean inside = trial.learningRate() >= good.lowest() && trial.learningRate() <= good.highest();
            boolean next = trial.learningRate() == good.below() || trial.learningRate() == good.above();
            if (inside || next) {
                assertThat(accuracy(trial) >= best - 0.01).isEqualTo(inside);
            }
        }
    }

    private static double accuracy(Trial trial) {
        return trial.mean(epoch -> epoch.validation().accuracy(), Double.NEGATIVE_INFINITY);
    }

    /** The slide calls Adam unstable: neither the range of its rates nor its spread over the seeds shows that here. */
    @Test
    void thatAdamIsTheLessStableOneDoesNotShow() {
        assertThat(figure.rangesDiffer()).isFalse();
        assertThat(figure.chart(Language.EN).title()).endsWith("spread over seeds: not decided");
        assertThat(range(figure.study().adam())).isLessThan(range(figure.study().sgdm()));
    }

    private double range(ContestStudy.Side side) {
        Quartiles middle = Quartiles.of(figure.aroundMedian(side));
        return middle.upper() - middle.lower();
    }

    /** So the choice of the rate matters: the worst rate tried has more than ten times the loss of the best. */
    @Test
    void theRateMattersToBoth() {
        for (ContestStudy.Side side : figure.study().sides()) {
            double[] losses = ContestStudy.numbers(
                    side.byRate(),
                    trial -> trial.mean(epoch -> epoch.validation().loss(), Double.POSITIVE_INFINITY));
            Arrays.sort(losses);
            assertThat(losses[losses.length - 1] / losses[0]).isGreaterThan(10);
        }
    }
}
