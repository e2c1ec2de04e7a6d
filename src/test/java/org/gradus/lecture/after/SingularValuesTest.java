package org.gradus.lecture.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class SingularValuesTest {
    private final SingularValues figure = MadeFigures.get(SingularValues.class, "newton-schulz");

    @Test
    void muonsStepsEndInABandAboutOneAndTheClassicalOnesAreFarBelow() {
        assertThat(figure.muon().least()).isBetween(0.68, 0.69);
        assertThat(figure.muon().largest()).isBetween(1.13, 1.14);
        assertThat(figure.classic().least()).isLessThan(0.1);
        assertThat(figure.classic().largest()).isCloseTo(1, within(1e-12));
    }

    /** The polynomial, by hand: 0.1 · 3.4445 − 0.001 · 4.775 + 0.00001 · 2.0315, and that once more. */
    @Test
    void eachStepIsThePolynomial() {
        SingularSteps muon = figure.muon();
        int tenth = 600; // of 800 from 10⁻⁴ to 1
        assertThat(muon.sigma()[tenth]).isCloseTo(0.1, within(1e-15));
        double once = 0.339695315;
        assertThat(muon.after()[0][tenth]).isCloseTo(once, within(1e-9));
        double cube = once * once * once;
        double twice = 3.4445 * once - 4.775 * cube + 2.0315 * cube * once * once;
        assertThat(muon.after()[1][tenth]).isCloseTo(twice, within(1e-9));
    }

    /** What is small enough grows by a⁵ = 485 in five steps, and below the band values may end above it. */
    @Test
    void belowTheBandValuesEndLowerOrHigher() {
        SingularSteps muon = figure.muon();
        assertThat(muon.last()[0]).isCloseTo(485e-4, within(1e-3));
        assertThat(muon.sigma()[muon.highest()]).isLessThan(SingularSteps.FROM);
        assertThat(muon.last()[muon.highest()]).isBetween(1.19, 1.21);
    }
}
