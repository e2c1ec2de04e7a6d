package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IllConditionedTest {

    @Test
    void hasCurvaturesInEqualRatiosFromOneToTheConditionNumber() {
        assertThat(new IllConditioned(5, 1e4).curvatures())
                .containsExactly(new double[] {1, 10, 100, 1000, 1e4}, within(1e-11));
        assertThat(new IllConditioned(3, 7).curvatures()).startsWith(1).endsWith(7); // exactly
        assertThat(new IllConditioned(2, 3).curvatures()).containsExactly(1, 3);
        assertThat(new IllConditioned(1, 1).curvatures()).containsExactly(1);
        assertThat(new IllConditioned(3, 1).curvatures()).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void wantsAConditionNumber(double condition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IllConditioned(2, condition))
                .withMessage("ill-conditioned: condition must be a finite number, at least 1, found " + condition);
    }

    @Test
    void cannotBeLongerThanWideInOneDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IllConditioned(1, 10))
                .withMessage("ill-conditioned: condition must be 1 in one dimension, found 10.0");
    }
}
