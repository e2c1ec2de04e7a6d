package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class NormalizationRangeTest {
    private final NormalizationRange figure = MadeFigures.get(NormalizationRange.class, "normalization");

    @Test
    void onlyBatchNormalizationTakesTheLargerRate() {
        assertThat(figure.layers().largest("batch", NormalizationRuns.LEARNED)).isEqualTo(0.3);
        assertThat(figure.layers().largestOther(NormalizationRuns.LEARNED)).isLessThan(0.3);
    }

    @Test
    void itIsFasterAtTheRateThatIsBestWithout() {
        int best = figure.layers().rates().indexOf(figure.layers().bestWithout());
        assertThat(figure.layers().losses("batch").get(best).median())
                .isLessThan(0.5 * figure.layers().losses("none").get(best).median());
    }

    /** A vector is one place with many channels, so both average over the same numbers. */
    @Test
    void positionalNormalizationOfAVectorIsLayerNormalization() {
        assertThat(figure.layers().losses("positional"))
                .isEqualTo(figure.layers().losses("layer"));
    }
}
