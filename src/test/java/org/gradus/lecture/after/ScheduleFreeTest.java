package org.gradus.lecture.after;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class ScheduleFreeTest {
    private final ScheduleFree figure = MadeFigures.get(ScheduleFree.class, "schedule-free");

    @Test
    void scheduleFreeSgdIsEarlierThanACosineAndNoWorseInTheEnd() {
        assertThat(figure.sgd().loss(ScheduleFree.EARLY))
                .isLessThan(0.85 * figure.cosine().loss(ScheduleFree.EARLY));
        assertThat(figure.sgd().loss(12)).isLessThan(1.1 * figure.cosine().loss(12));
    }

    @Test
    void aCosineEndsBelowAConstantRate() {
        assertThat(figure.cosine().loss(12)).isLessThan(figure.constant().loss(12));
    }

    /** A rule without another point is judged where it learns; where there is one, its losses are others. */
    @Test
    void yIsAnotherPointOnlyWhereTheRuleHasOne() {
        for (int epoch = 1; epoch <= 12; epoch++) {
            assertThat(figure.constant().learning().get(epoch).median())
                    .isEqualTo(figure.constant().loss(epoch));
            assertThat(figure.sgd().learning().get(epoch).median())
                    .isNotEqualTo(figure.sgd().loss(epoch));
        }
        assertThat(figure.sgd().learning().get(12).median())
                .isGreaterThan(figure.sgd().loss(12));
    }
}
