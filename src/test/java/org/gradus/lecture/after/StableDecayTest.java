package org.gradus.lecture.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class StableDecayTest {
    private final StableDecay figure = MadeFigures.get(StableDecay.class, "wsd");

    @Test
    void theDecayTakesTheLossDownAndAConstantRateDoesNot() {
        assertThat(figure.courses().get(1).loss(12))
                .isLessThan(0.75 * figure.courses().get(1).loss(10))
                .isLessThan(0.75 * figure.courses().get(2).loss(12));
        assertThat(figure.courses().get(0).loss(6))
                .isLessThan(0.75 * figure.courses().get(0).loss(4));
    }

    /** One stable phase, two ends: to the last bit, since neither the rates nor the batches know how long the training is. */
    @Test
    void untilTheShorterRunDecaysBothAreTheSame() {
        for (int epoch = 0; epoch <= 4; epoch++) {
            assertThat(figure.courses().get(0).loss(epoch))
                    .isEqualTo(figure.courses().get(1).loss(epoch));
        }
        assertThat(figure.courses().get(0).loss(5))
                .isNotEqualTo(figure.courses().get(1).loss(5));
        int perEpoch = figure.courses().get(0).rates().length / 6;
        assertThat(Arrays.copyOf(figure.courses().get(0).rates(), 4 * perEpoch))
                .containsExactly(Arrays.copyOf(figure.courses().get(1).rates(), 4 * perEpoch));
    }
}
