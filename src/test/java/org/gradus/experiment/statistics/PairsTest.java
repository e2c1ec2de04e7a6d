package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class PairsTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Question STEPS = new Question("steps to 95 %", "steps", true, "faster");
    private static final Question ACCURACY = new Question("test accuracy", "%", false);

    @Test
    void aQuestionKnowsItsWords() {
        assertThat(ACCURACY.better()).isEqualTo("higher");
        assertThat(new Question("loss", "", true).better()).isEqualTo("lower");
        assertThat(ACCURACY.differenceUnit()).isEqualTo("points");
        assertThat(STEPS.differenceUnit()).isEqualTo("steps");
        assertThat(ACCURACY.worst()).isEqualTo(-NONE);
        assertThat(STEPS.worst()).isEqualTo(NONE);
    }

    @Test
    void advantagesPointToTheBetterOne() {
        assertThat(new Pairs(STEPS, new double[] {90, 80}, new double[] {100, 70}).advantages())
                .containsExactly(10, -10);
        assertThat(new Pairs(ACCURACY, new double[] {90, 80}, new double[] {100, 70}).advantages())
                .containsExactly(-10, 10);
    }

    @Test
    void aFailedRunLosesItsPairAndTwoOfThemAreEqual() {
        Pairs pairs = new Pairs(STEPS, new double[] {NONE, 80, NONE}, new double[] {100, NONE, NONE});
        assertThat(pairs.differences()).containsExactly(NONE, -NONE, 0);
        assertThat(pairs.advantages()).containsExactly(-NONE, NONE, 0);
    }

    /** In binary fractions 96.2 − 95.9 and 95.9 − 95.6 differ in their last bits. */
    @Test
    void equalDifferencesAreEqual() {
        assertThat(96.2 - 95.9).isNotEqualTo(95.9 - 95.6);
        double[] differences = new Pairs(ACCURACY, new double[] {96.2, 95.9}, new double[] {95.9, 95.6}).differences();
        assertThat(differences[0]).isEqualTo(differences[1]).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void smallDifferencesBesideALargeRunAreKept() {
        double[] differences = new Pairs(
                        new Question("loss", "", true), new double[] {1e-3, 1e-3, 1e12}, new double[] {1.1e-3, 2e-3, 1})
                .differences();
        assertThat(differences[0]).isCloseTo(-1e-4, within(1e-15));
        assertThat(differences[2]).isEqualTo(1e12 - 1);
    }

    @Test
    void ofZerosAndFailuresAloneDifferencesExist() {
        assertThat(new Pairs(STEPS, new double[] {0, NONE}, new double[] {0, 0}).differences())
                .containsExactly(0, NONE);
    }

    @Test
    void numbersAreCopied() {
        double[] mine = {1, 2};
        Pairs pairs = new Pairs(STEPS, mine, mine);
        mine[0] = 7;
        pairs.first()[1] = 7;
        assertThat(pairs.first()).containsExactly(1, 2);
    }

    /**
     * 1 of 8 discordant pairs: McNemar's exact test is the sign test; {@code scipy.stats.binomtest(1, 8).pvalue} is 0.0703125. Commons
     * Statistics has the same for all counts, one-sided and doubled; its two-sided test rounds 2 of 3 to 0.625, not 1.
     */
    @Test
    void signedRanksOfFailuresAreMcNemarsTest() {
        double[] first = {NONE, NONE, NONE, NONE, NONE, NONE, NONE, 1, 1, NONE, 1, 1};
        double[] second = {1, 1, 1, 1, 1, 1, 1, NONE, 1, NONE, 1, 1};
        Pairs failures = new Pairs(STEPS, first, second).failures("diverged runs");
        assertThat(SignedRankTest.of(failures.advantages()).p()).isEqualTo(0.0703125);
        assertThat(failures.question()).isEqualTo(new Question("diverged runs", "runs", true, "more reliable"));
        BinomialTest less = BinomialTest.withDefaults().with(AlternativeHypothesis.LESS_THAN);
        for (int n = 1; n <= 50; n++) {
            for (int k = 0; k <= n; k++) {
                double[] signs = new double[n + 3];
                for (int i = 0; i < n; i++) {
                    signs[i] = i < k ? 1 : -1;
                }
                assertThat(SignedRankTest.of(signs).p())
                        .as("%s of %s", k, n)
                        .isCloseTo(
                                Math.min(
                                        1,
                                        2
                                                * less.test(n, Math.min(k, n - k), 0.5)
                                                        .getPValue()),
                                within(1e-12));
            }
        }
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThatThrownBy(() -> new Pairs(STEPS, new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps to 95 %: expected as many numbers of both sides, found 2 and 1;"
                        + " give one number of each side for every seed");
        assertThatThrownBy(() -> new Pairs(STEPS, new double[0], new double[0])).hasMessageContaining("found 0 and 0");
        assertThatThrownBy(() -> new Pairs(STEPS, new double[] {Double.NaN}, new double[] {1}))
                .hasMessage("steps to 95 %: expected finite numbers, or ∞ for a run that failed, found NaN;"
                        + " say that a run failed by the worst number");
        assertThatThrownBy(() -> new Pairs(ACCURACY, new double[] {1}, new double[] {NONE}))
                .hasMessageContaining("or −∞ for a run that failed, found Infinity");
        assertThatThrownBy(() -> new Question(" ", "", true))
                .hasMessage("question: expected a name and a word for the better one, found ' ' and 'lower';"
                        + " say what is measured, as in 'steps to 95 %' and 'faster'");
    }
}
