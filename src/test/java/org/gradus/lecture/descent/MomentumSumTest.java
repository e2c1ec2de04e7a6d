package org.gradus.lecture.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class MomentumSumTest {
    private final MomentumSum figure = MadeFigures.get(MomentumSum.class, "momentum-sum");

    @Test
    void theWeightOfAGradientFallsByLambda() {
        for (int k = 0; k < MomentumSum.AGES; k++) {
            assertThat(figure.usual().get(k)).isCloseTo(Math.pow(0.9, k), within(1e-15));
            assertThat(figure.half().get(k)).isCloseTo(Math.pow(0.5, k), within(1e-15));
        }
    }

    @Test
    void allTogetherTheyWeighOneOverOneMinusLambda() {
        double[] usual = MomentumSum.sums(figure.usual());
        assertThat(usual[9]).isCloseTo((1 - Math.pow(0.9, 10)) / 0.1, within(1e-12));
        assertThat(usual[49]).isCloseTo(10, within(10 * Math.pow(0.9, 50) + 1e-12));
        assertThat(MomentumSum.sums(figure.half())[49]).isCloseTo(2, within(1e-12));
    }
}
