package org.gradus.lecture.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                .extracting(Tournament.Entrant::rule)
                .doesNotHaveDuplicates();
        for (int i = 1; i < 15; i++) {
            assertThat(figure.rows().get(i).test().median())
                    .isGreaterThanOrEqualTo(figure.rows().get(i - 1).test().median());
        }
    }

    /** Tuned, no rule is far from the others; and the title rounds up, so that all lie within its factor. */
    @Test
    void allEndWithinTheFactorOfTheTitle() {
        double first = figure.rows().get(0).test().median();
        double last = figure.rows().get(14).test().median();
        assertThat(last / first).isBetween(1.1, 4.0);
        Matcher title = Pattern.compile(
                        "Tuned alike, 15 rules end within a factor of ([0-9.]+) in test loss: (.+) first, (.+) last")
                .matcher(figure.chart(Language.EN).title());
        assertThat(title.matches()).isTrue();
        assertThat(Double.parseDouble(title.group(1))).isBetween(last / first, last / first + 0.1);
        assertThat(title.group(2)).isEqualTo(Rules.written(figure.rows().get(0).rule()));
        assertThat(title.group(3)).isEqualTo(Rules.written(figure.rows().get(14).rule()));
    }

    /** The seeds that tune are 101 to 103. */
    @Test
    void allHaveTheSameSeedsAndTestExamplesAndRatesThatWereTried() {
        for (Tournament.Entrant row : figure.rows()) {
            assertThat(row.runs()).hasSize(3).allSatisfy(run -> {
                assertThat(run.spec().get(Settings.SEED)).isLessThan(101);
                assertThat(run.spec().get(Settings.TEST_SEED)).isEqualTo(1);
                assertThat(run.spec().text(Settings.LEARNING_RATE)).isEqualTo(row.rate());
                assertThat(run.spec().text(Settings.RULE)).isEqualTo(row.rule());
            });
            assertThat(figure.tournament().rates()).contains(row.rate());
        }
    }
}
