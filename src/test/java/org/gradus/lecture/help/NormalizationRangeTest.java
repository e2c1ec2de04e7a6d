package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class NormalizationRangeTest {
    private final NormalizationRange figure = MadeFigures.get(NormalizationRange.class, "normalization");

    @Test
    void onlyBatchNormalizationTakesTheLargerRate() {
        assertThat(figure.largest("batch", NormalizationRange.LEARNED)).isEqualTo(0.3);
        assertThat(figure.largestOther(NormalizationRange.LEARNED)).isLessThan(0.3);
    }

    @Test
    void itIsFasterAtTheRateThatIsBestWithout() {
        int best = figure.rates().indexOf(figure.bestWithout());
        assertThat(figure.losses("batch").get(best).median())
                .isLessThan(0.5 * figure.losses("none").get(best).median());
    }

    /** A vector is one place with many channels, so both average over the same numbers. */
    @Test
    void positionalNormalizationOfAVectorIsLayerNormalization() {
        assertThat(figure.losses("positional")).isEqualTo(figure.losses("layer"));
    }
}
