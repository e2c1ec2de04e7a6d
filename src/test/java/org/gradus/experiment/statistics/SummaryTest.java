package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** NumPy 2 and SciPy 1.17.1: {@code percentile(x, [25, 50, 75])} and {@code trim_mean(x, 0.25)}, which rliable takes. */
    @Test
    void isWhatSciPyHasWhere4DividesN() {
        assertThat(Summary.of(3.5, 1, 9, 2, 7, 40, -3, 6)).isEqualTo(new Summary(8, 0, 1.75, 4.75, 7.5, 4.625));
    }

    /** Computed in exact fractions with Python's {@code fractions}, from the weights |[i − 1, i] ∩ [n/4, 3n/4]|. */
    @Test
    void aNumberThatIsCutCountsInPart() {
        assertThat(Summary.of(1, 2, 3, 4, 5, 60, 7, 8, 9, 10).interquartileMean())
                .isEqualTo(6);
        assertThat(Summary.of(1, 2, 4).interquartileMean()).isCloseTo(13.0 / 6, within(1e-15));
        assertThat(Summary.of(0, 1, 10, 11, 100).interquartileMean()).isCloseTo(7.6, within(1e-15));
        assertThat(Summary.of(1, 5).interquartileMean()).isEqualTo(3);
        assertThat(Summary.of(3)).isEqualTo(new Summary(1, 0, 3, 3, 3, 3));
    }

    @Test
    void failedRunsAreTheWorstAndNeverPoisonTheRest() {
        assertThat(Summary.of(1, NONE, 2, 3)).isEqualTo(new Summary(4, 1, 1.75, 2.5, NONE, 2.5));
        assertThat(Summary.of(1, NONE, 2)).isEqualTo(new Summary(3, 1, 1.5, 2, NONE, NONE));
        assertThat(Summary.of(-NONE, 1, 2, 3)).isEqualTo(new Summary(4, 1, -NONE, 1.5, 2.25, 1.5));
        assertThat(Summary.of(NONE, NONE)).isEqualTo(new Summary(2, 2, NONE, NONE, NONE, NONE));
        assertThat(Summary.of(-NONE, NONE).median()).isNaN();
    }

    @Test
    void nothingAndNaNHaveNoMiddle() {
        assertThatThrownBy(Summary::of)
                .hasMessage("summary: expected at least one number and no NaN, found none;"
                        + " give a failed run the worst number, ∞ or −∞");
        assertThatThrownBy(() -> Summary.of(1, Double.NaN)).hasMessageContaining("found NaN");
    }
}
