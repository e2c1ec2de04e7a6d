package org.gradus.lecture.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

/** Worked by hand on ½ (x² + 4y²) with λ = 0.9, η = 0.1 from (−1.4, 0.6): three steps of SGDM lead to θ = (−0.6804, −0.324), m = (−0.3276, 0.324). */
class NagArrowsTest {
    private final NagArrows figure = MadeFigures.get(NagArrows.class, "nag-arrows");

    @Test
    void allThreeBeginAtTheSameThetaAndM() {
        for (OneStep step : new OneStep[] {figure.sgdm(), figure.original(), figure.substituted()}) {
            assertThat(step.theta()).containsExactly(new double[] {-0.6804, -0.324}, within(1e-12));
            assertThat(step.m()).containsExactly(new double[] {-0.3276, 0.324}, within(1e-12));
        }
    }

    @Test
    void sgdmAsksForTheGradientAtThetaNagWhereTheJumpLeads() {
        // θ − 0.9 m − 0.1 (−0.6804, −1.296)
        assertThat(figure.sgdm().end()).containsExactly(new double[] {-0.31752, -0.486}, within(1e-12));
        // θ − 0.9 m = (−0.38556, −0.6156); less 0.1 (−0.38556, −2.4624)
        assertThat(figure.original().asked()).containsExactly(new double[] {-0.38556, -0.6156}, within(1e-12));
        assertThat(figure.original().end()).containsExactly(new double[] {-0.347004, -0.36936}, within(1e-12));
    }

    @Test
    void nagsLossIsLowerAfterTheStep() {
        assertThat(NagArrows.loss(figure.original().end()))
                .isLessThan(0.7 * NagArrows.loss(figure.sgdm().end()));
        assertThat(figure.longer()).isGreaterThan(1.5); // |(−0.38556, −2.4624)| / |(−0.6804, −1.296)| = 1.703
    }

    @Test
    void bothFormsAreTheSameStep() {
        double[] theta = figure.original().end();
        double[] m = figure.original().nextM();
        assertThat(figure.substituted().nextM()).containsExactly(m, within(1e-15));
        assertThat(figure.substituted().end())
                .containsExactly(new double[] {theta[0] - 0.9 * m[0], theta[1] - 0.9 * m[1]}, within(1e-12));
    }
}
