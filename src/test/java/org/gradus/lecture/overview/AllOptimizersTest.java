package org.gradus.lecture.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.experiment.Settings;
import org.gradus.lecture.MadeFigures;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class AllOptimizersTest {
    private final AllOptimizers figure = MadeFigures.get(AllOptimizers.class, "all-optimizers");

    @Test
    void eachRuleIsThereOnceTheBestFirst() {
        assertThat(figure.rows())
                .hasSize(15)
                .extracting(AllOptimizers.Tuned::rule)
                .doesNotHaveDuplicates();
        for (int i = 1; i < 15; i++) {
            assertThat(figure.rows().get(i).test().median())
                    .isGreaterThanOrEqualTo(figure.rows().get(i - 1).test().median());
        }
    }

    /** That one rule is the best is not what shows: others overlap with it, and the last has not many times its loss. */
    @Test
    void severalOverlapWithTheBestAndTheTitleSaysHowMany() {
        double reach = figure.rows().get(0).test().upper();
        long overlapping = figure.rows().stream()
                .filter(row -> row.test().lower() <= reach)
                .count();
        assertThat(overlapping).isBetween(2L, 14L);
        assertThat(figure.chart(Language.EN).title())
                .startsWith(overlapping + " of 15 tuned rules overlap with the best, "
                        + Rules.written(figure.rows().get(0).rule()) + "; the last, "
                        + Rules.written(figure.rows().get(14).rule()));
        assertThat(figure.rows().get(14).test().median())
                .isBetween(
                        1.5 * figure.rows().get(0).test().median(),
                        10 * figure.rows().get(0).test().median());
    }

    /** The seeds that tune are 101 to 103. */
    @Test
    void allHaveTheSameSeedsAndTestExamplesAndRatesThatWereTried() {
        for (AllOptimizers.Tuned row : figure.rows()) {
            assertThat(row.runs()).hasSize(3).allSatisfy(run -> {
                assertThat(run.spec().get(Settings.SEED)).isLessThan(101);
                assertThat(run.spec().get(Settings.TEST_SEED)).isEqualTo(1);
                assertThat(run.spec().text(Settings.LEARNING_RATE)).isEqualTo(row.rate());
                assertThat(run.spec().text(Settings.RULE)).isEqualTo(row.rule());
            });
            assertThat(figure.rates()).contains(row.rate());
        }
    }
}
