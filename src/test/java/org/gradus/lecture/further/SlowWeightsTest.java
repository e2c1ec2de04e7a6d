package org.gradus.lecture.further;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.landscape.IllConditioned;
import org.gradus.lecture.MadeFigures;
import org.gradus.lecture.descent.Descent;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.Sgdm;
import org.gradus.trace.TraceStep;
import org.junit.jupiter.api.Test;

class SlowWeightsTest {
    private final SlowWeights figure = MadeFigures.get(SlowWeights.class, "lookahead-contour");

    @Test
    void eachStepBackEndsHalfWayBetweenTheSlowWeightsAndTheFastOnes() {
        List<double[]> slow = figure.slow();
        for (int i = 1; i < slow.size(); i++) {
            TraceStep step = figure.lookahead().steps().get(SlowWeights.K * i - 1);
            double[] fast = step.value("θ̃_t");
            double[] before = slow.get(i - 1);
            double[] half = {(before[0] + fast[0]) / 2, (before[1] + fast[1]) / 2};
            assertThat(slow.get(i)).containsExactly(half, within(1e-15));
            assertThat(figure.fast().get((SlowWeights.K + 1) * i)).isEqualTo(slow.get(i)); // and begins there anew
        }
    }

    @Test
    void lookaheadHasFarLessLossThanSgdmAlone() {
        assertThat(figure.ratio()).isGreaterThan(100);
    }

    @Test
    void theSlowWeightsSwingLess() {
        assertThat(crossings(figure.slow()))
                .isLessThan(crossings(figure.alone().path().subList(0, 26)));
    }

    @Test
    void sgdmHasItsBestRate() {
        double[] start = figure.alone().path().get(0);
        Descent best = Descent.tuned(new Sgdm(), new IllConditioned(2, 20), start, SlowWeights.STEPS);
        assertThat(best.eta()).isEqualTo(SlowWeights.ETA);
    }

    @Test
    void theGainIsFarSmallerWithTheDefaultOfTheAuthorsCode() {
        Lookahead usual = new Lookahead(new Sgdm(), SlowWeights.K, 0.8, Pullback.NONE);
        double[] start = figure.alone().path().get(0);
        double loss = Descent.of(usual, new IllConditioned(2, 20), start, SlowWeights.ETA, SlowWeights.STEPS)
                .loss();
        double alone = SlowWeights.losses(figure.alone())[SlowWeights.STEPS - 1];
        assertThat(alone / loss).isBetween(1.0, figure.ratio() / 50);
    }

    /** How often a path crosses the bottom of the valley. */
    private static int crossings(List<double[]> path) {
        int crossings = 0;
        for (int i = 1; i < path.size(); i++) {
            crossings += path.get(i)[1] * path.get(i - 1)[1] < 0 ? 1 : 0;
        }
        return crossings;
    }
}
