package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    /** Expected values from NumPy: {@code numpy.percentile([7, 1, 4, 2], [25, 50, 75])} is [1.75, 3, 4.75]. */
    @Test
    void interpolatesAsNumPyDoes() {
        assertThat(Quartiles.of(7, 1, 4, 2)).isEqualTo(new Quartiles(1.75, 3, 4.75));
    }

    @Test
    void oneNumberIsAllItsQuartiles() {
        assertThat(Quartiles.of(5)).isEqualTo(new Quartiles(5, 5, 5));
    }

    @Test
    void withoutNumbersOrWithNaNThereAreNone() {
        assertThat(Quartiles.of().median()).isNaN();
        assertThat(Quartiles.of(1, Double.NaN, 2).upper()).isNaN();
    }
}
