package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class RegularizationTest {
    private final Regularization figure = MadeFigures.get(Regularization.class, "regularization");

    @Test
    void decayAndStoppingEarlyLowerTheLoss() {
        assertThat(Regularization.least(figure.l2())).isLessThan(0.97 * loss(figure.none()));
        assertThat(figure.none().lossOfBest().median()).isLessThan(0.97 * loss(figure.none()));
    }

    @Test
    void tooMuchIsWorseThanNone() {
        assertThat(loss(figure.l2().get(figure.gamma().size() - 1))).isGreaterThan(1.5 * loss(figure.none()));
        assertThat(loss(figure.smoothing().get(figure.share().size() - 1))).isGreaterThan(1.2 * loss(figure.none()));
    }

    /** What does not show: smoothed labels lower the loss by a tenth at most. */
    @Test
    void smoothingHardlyLowersTheLoss() {
        assertThat(Regularization.least(figure.smoothing())).isGreaterThan(0.9 * loss(figure.none()));
    }

    @Test
    void theMoreDecayTheShorterTheWeights() {
        double before = figure.none().norm().median();
        for (Strength trial : figure.l2()) {
            assertThat(trial.norm().median()).isLessThan(before);
            before = trial.norm().median();
        }
    }

    /** A steady pull of η γ θ into the momentum comes to η γ / (1 − λ) θ = γ θ a step, with η = 0.1 and λ = 0.9. */
    @Test
    void l2AndDecoupledDecayAreNearlyTheSameForSgdm() {
        for (int i = 0; i < figure.gamma().size(); i++) {
            assertThat(figure.l2().get(i).norm().median()
                            / figure.decoupled().get(i).norm().median())
                    .isCloseTo(1, within(0.03));
        }
    }

    private static double loss(Strength trial) {
        return trial.loss().median();
    }
}
