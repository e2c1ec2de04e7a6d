package org.gradus.lecture.further;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class NadamAdamTest {
    private final NadamAdam figure = MadeFigures.get(NadamAdam.class, "nadam-adam");

    @Test
    void nadamLeadsEverywhereAtTheSameRate() {
        assertThat(figure.pairs()).hasSize(3).allMatch(pair -> pair.ratio() > 1.1);
    }

    @Test
    void atTheBestRatesAdamIsAheadInRosenbrocksValley() {
        assertThat(figure.pairs().get(0).ratioTuned()).isGreaterThan(1);
        assertThat(figure.pairs().get(1).ratioTuned()).isLessThan(1);
        assertThat(figure.pairs().get(2).ratioTuned()).isGreaterThan(1);
    }

    /** m̂_1 = 0.9 · 0.1 g/(1 − 0.81) + 0.1 g/(1 − 0.9) = (0.9/1.9 + 1) g, v̂_1 = g²: 1.4737 η on each axis. */
    @Test
    void nadamsFirstStepIsLonger() {
        double[] start = figure.pairs().get(0).nadam().path().get(0);
        double[] first = figure.pairs().get(0).nadam().path().get(1);
        assertThat(Math.abs(first[0] - start[0])).isCloseTo(0.1 * (0.9 / 1.9 + 1), within(1e-7));
        assertThat(Math.abs(first[1] - start[1])).isCloseTo(0.1 * (0.9 / 1.9 + 1), within(1e-7));
    }
}
