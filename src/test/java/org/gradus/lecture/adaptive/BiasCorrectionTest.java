package org.gradus.lecture.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class BiasCorrectionTest {
    private final BiasCorrection figure = MadeFigures.get(BiasCorrection.class, "bias-correction");

    @Test
    void theFirstStepIsOneWithCorrectionAndRootTenWithout() {
        assertThat(figure.steps()[0]).isCloseTo(1, within(1e-7)); // ε = 1e-8 beside √v̂ = |g|
        assertThat(figure.stepsUncorrected()[0]).isCloseTo(Math.sqrt(10), within(1e-12)); // 0.1 / √0.001
    }

    @Test
    void allStepsAreTooLongWithoutAndAboutOneWith() {
        for (int i = 0; i < 50; i++) {
            assertThat(figure.stepsUncorrected()[i]).isGreaterThan(3);
            assertThat(figure.steps()[i]).isBetween(0.8, 1.05);
        }
    }

    @Test
    void mIsThereAfterFiftyUpdatesAndVIsNot() {
        assertThat(figure.values("m_t")[49] / figure.values("m̂_t")[49])
                .isCloseTo(1 - Math.pow(0.9, 50), within(1e-12));
        assertThat(figure.values("v_t")[49] / figure.values("v̂_t")[49])
                .isCloseTo(1 - Math.pow(0.999, 50), within(1e-12));
    }
}
