package org.gradus.lecture.further;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class DecayByScaleTest {
    private final DecayByScale figure = MadeFigures.get(DecayByScale.class, "l2-decoupled");

    /** demos.json, loshchilov2019/decay/public: PyTorch 1.13.1, float64. */
    @Test
    void theWeightsAreThePublishedOnes() {
        assertWeights(
                figure.l2(),
                0.00027297276773134395,
                0.0005239482267913922,
                0.36426182315908673,
                0.8996047626946315,
                0.9842295310287018);
        assertWeights(
                figure.decoupled(),
                0.3658423590783265,
                0.3658423574105672,
                0.36584235724379144,
                0.3658423572271138,
                0.36584235722544606);
        assertWeights(
                figure.sgd(),
                0.3676953931241033,
                0.36769510830236646,
                0.3676922600849769,
                0.3676637779110993,
                0.3673789561723123);
    }

    private static void assertWeights(List<Double> weights, double... expected) {
        assertThat(weights).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(weights.get(i)).isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void aDecayThatAdamWStandsMakesAdamWithL2Useless() {
        int usual = figure.decoupledAccuracies().rates().indexOf(0.01);
        int large = figure.decoupledAccuracies().decays().indexOf(1.0);
        assertThat(figure.decoupledAccuracies().accuracies()[large][usual]).isGreaterThan(0.5);
        assertThat(figure.l2Accuracies().accuracies()[large][usual]).isLessThan(0.3);
    }

    @Test
    void adamWIsGoodInAtLeastAsManyCellsAndNoBetterInTheBest() {
        double best = figure.best();
        assertThat(figure.decoupledAccuracies().within(0.02, best))
                .isGreaterThanOrEqualTo(figure.l2Accuracies().within(0.02, best));
        assertThat(figure.decoupledAccuracies().best())
                .isCloseTo(figure.l2Accuracies().best(), within(0.03));
    }

    @Test
    void allRunsAreOnTheReceipt() {
        assertThat(figure.runs())
                .hasSize(figure.l2Accuracies().size()
                        + figure.decoupledAccuracies().size());
    }
}
