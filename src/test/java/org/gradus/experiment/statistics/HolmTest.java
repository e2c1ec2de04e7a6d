package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** By hand, in quarters and the like, which are exact: 3·⅛, 2·¼, 1·¼ raised to ½, in the order given. */
    @Test
    void smallestIsMultipliedMostAndNoneFallsBelowASmaller() {
        assertThat(Holm.adjust(0.25, 0.125, 0.25)).containsExactly(0.5, 0.375, 0.5);
        assertThat(Holm.adjust(0.0625, 0.5, 0.09375, 0.75)).containsExactly(0.25, 1, 0.28125, 1);
        assertThat(Holm.adjust(0.03)).containsExactly(0.03);
        assertThat(Holm.adjust()).isEmpty();
        assertThat(Holm.adjust(1, 0)).containsExactly(1, 0);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Holm.adjust(0.1, 1.5))
                .hasMessage("Holm's correction: expected each p from 0 to 1, found [0.1, 1.5];"
                        + " give the p of the tests, not their statistics");
        assertThatThrownBy(() -> Holm.adjust(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
