package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.RandomStream;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class VerdictTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final Question STEPS = new Question("steps to 95 %", "steps", true, "faster");
    private static final Question ACCURACY = new Question("test accuracy", "%", false);
    private static final Judge JUDGE = new Judge("Adam", "SGDM");

    /** The verdict on one question, of numbers of the first side against 100 each. */
    private static Verdict verdict(Question question, double... differences) {
        double[] first = Arrays.stream(differences).map(d -> 100 + d).toArray();
        double[] second = new double[first.length];
        Arrays.fill(second, 100);
        return JUDGE.judge(List.of(new Pairs(question, first, second)), new RandomStream(1))
                .get(0);
    }

    private static double[] upTo(int n, int sign) {
        return IntStream.rangeClosed(1, n).mapToDouble(i -> sign * i).toArray();
    }

    @Test
    void aClearDifferenceIsSaid() {
        Verdict verdict = verdict(STEPS, upTo(10, 1));
        assertThat(verdict.sentence())
                .isEqualTo("SGDM is faster here: P(Adam faster) = 0 (0–0.278), clear of 0.5; p = 0.00195");
        assertThat(verdict.decision()).isEqualTo(Decision.MEANINGFUL);
        assertThat(verdict.better()).contains("SGDM");
        assertThat(verdict.test().rankBiserial()).isEqualTo(-1);
        assertThat(verdict.medianDifference().value()).isEqualTo(5.5);
        assertThat(verdict.first().median()).isEqualTo(105.5);
        assertThat(verdict.pairs()).isEqualTo(10);
        assertThat(verdict(ACCURACY, upTo(20, 1)).sentence())
                .isEqualTo("Adam is higher here: P(Adam higher) = 1 (0.839–1), clear of 0.5; p < 0.001");
    }

    @Test
    void aSmallOneTooButNotAsOneThatMatters() {
        double[] differences = IntStream.rangeClosed(1, 40)
                .mapToDouble(i -> i % 10 < 3 ? -0.1 * i : i)
                .toArray();
        Verdict verdict = verdict(ACCURACY, differences);
        assertThat(verdict.sentence())
                .isEqualTo("Adam is higher here, by too little to matter: P(Adam higher) = 0.7 (0.546–0.819),"
                        + " clear of 0.5 but not beyond 0.75; p < 0.001");
        assertThat(verdict.decision()).isEqualTo(Decision.NOT_MEANINGFUL).hasToString("significant but not meaningful");
        assertThat(verdict(STEPS, differences).sentence())
                .startsWith("SGDM is faster here, by too little to matter: P(Adam faster) = 0.3 (0.181–0.454),"
                        + " clear of 0.5 but not beyond 0.25;");
    }

    @Test
    void tooFewPairsCannotDecideWhateverTheyShow() {
        assertThat(verdict(STEPS, upTo(5, 1)).sentence())
                .isEqualTo("not decided: 5 pairs cannot give p < 0.05; 6 can,"
                        + " and about 29 would be needed to settle a P of 0.75");
        assertThat(JUDGE.judge(questions(7, 5), new RandomStream(1)))
                .allSatisfy(verdict -> assertThat(verdict.sentence())
                        .isEqualTo("not decided: 7 pairs cannot give p < 0.05 with Holm's correction over 5 questions;"
                                + " 8 can, and about 29 would be needed to settle a P of 0.75"));
        assertThat(JUDGE.judge(questions(8, 5), new RandomStream(1)))
                .allSatisfy(verdict -> assertThat(verdict.sentence())
                        .isEqualTo("Adam is higher here: P(Adam higher) = 1 (0.676–1), clear of 0.5;"
                                + " p = 0.0391 after Holm's correction"));
    }

    private static List<Pairs> questions(int pairs, int questions) {
        return IntStream.range(0, questions)
                .mapToObj(q -> new Pairs(new Question("q" + q, "", false), upTo(pairs, 1), new double[pairs]))
                .toList();
    }

    /** Of 2 million resamples in NumPy 2, 4.8 % have a median of at most −0.3, 0.1 % less, 2.7 % one of at least 0.25, and 0.7 % more. */
    @Test
    void anIntervalAroundZeroIsSaidInItsUnit() {
        Verdict verdict = verdict(ACCURACY, -0.5, -0.3, -0.2, -0.1, 0.1, 0.2, 0.2, 0.3, -0.3, 0.4);
        assertThat(verdict.decision()).isEqualTo(Decision.NOT_SIGNIFICANT);
        assertThat(verdict.better()).isEmpty();
        assertThat(verdict.sentence())
                .isEqualTo("not decided: the interval of the difference, −0.3 to +0.25 points, contains 0."
                        + " About 29 pairs would settle a P of 0.75");
        assertThat(verdict.pairsForWhatWasFound()).isEmpty();
    }

    @Test
    void withManyPairsNoMoreAreAskedFor() {
        double[] differences =
                IntStream.range(0, 30).mapToDouble(i -> i % 2 == 0 ? i : -i - 1).toArray();
        assertThat(verdict(STEPS, differences).sentence())
                .matches("not decided: the interval of the difference, .* steps, contains 0");
    }

    /** Ten wins against two large losses; 722 of the 2¹² signs are as far out, by SciPy 1.17.1. */
    @Test
    void aLargePIsSaid() {
        Verdict verdict = verdict(ACCURACY, 1, 2, 3, 4, 5, 6, 7, 8, -9, 10, 11, -12);
        assertThat(verdict.medianDifference().interval().lower()).isPositive();
        assertThat(verdict.sentence())
                .isEqualTo("not decided: p = 0.176, not below 0.05. About 29 pairs would settle a P of 0.75");
    }

    /** p by hand: 14 sets of different ranks have a sum of at most 6, so p = 28/2¹³; but 10 of 13 is not clear of ½. */
    @Test
    void aWideIntervalOfPIsSaid() {
        Verdict verdict = verdict(ACCURACY, -1, -2, -3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(verdict.adjustedP()).isEqualTo(28 / 8192.0).isLessThan(0.05);
        assertThat(verdict.sentence())
                .isEqualTo("not decided: P(Adam higher) = 0.769 (0.497–0.918), not clear of 0.5."
                        + " About 29 pairs would settle a P of 0.75");
        assertThat(verdict.pairsForWhatWasFound())
                .hasValue(SampleSize.noether(10 / 13.0, 0.05, 0.95))
                .hasValue(25);
    }

    @Test
    void equalPairsAreSaid() {
        assertThat(verdict(ACCURACY, new double[10]).sentence()).isEqualTo("not decided: all 10 pairs are equal");
        assertThat(verdict(ACCURACY, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0).sentence())
                .isEqualTo("not decided: only 5 of 10 pairs differ, and 6 would have to for p < 0.05");
    }

    @Test
    void failedRunsCountAndAreSaid() {
        double[] first = {NONE, 101, 102, 103, 104, 105, 106, 107, 108, NONE};
        double[] second = {100, 100, 100, 100, 100, 100, 100, 100, 100, NONE};
        Verdict verdict = JUDGE.judge(List.of(new Pairs(STEPS, first, second)), new RandomStream(1))
                .get(0);
        assertThat(verdict.sentence())
                .isEqualTo(
                        "SGDM is faster here: P(Adam faster) = 0.05 (0.00524–0.345), clear of 0.5; p = 0.00391."
                                + " Of 10 runs each, 2 of Adam and 1 of SGDM diverged or never got there, and count as the worst");
        assertThat(verdict.first().failed()).isEqualTo(2);
    }

    /** No numbers were found that are so torn and significant on both counts; so the two come from different numbers. */
    @Test
    void ranksAndSharesMustPointToTheSameSide() {
        SignedRankTest against = SignedRankTest.of(-10, -11, -12, -13, -14, -15, -16, 1);
        Verdict sound = verdict(ACCURACY, upTo(10, 1));
        Verdict torn = new Verdict(
                ACCURACY,
                JUDGE,
                sound.first(),
                sound.second(),
                sound.medianDifference(),
                sound.meanDifference(),
                sound.probability(),
                against,
                1,
                against.p());
        assertThat(torn.adjustedP()).isLessThan(0.05);
        assertThat(torn.sentence())
                .isEqualTo("not decided: one side wins more pairs, the other the larger differences");
    }

    @Test
    void whatElseIsAskedShiftsNoInterval() {
        Pairs one = new Pairs(ACCURACY, upTo(10, 1), upTo(10, -1));
        Pairs other = new Pairs(STEPS, upTo(10, 1), upTo(10, -1));
        Verdict alone = JUDGE.judge(List.of(one), new RandomStream(4)).get(0);
        Verdict second = JUDGE.judge(List.of(other, one), new RandomStream(4)).get(1);
        assertThat(second.medianDifference()).isEqualTo(alone.medianDifference());
        assertThat(second.meanDifference()).isEqualTo(alone.meanDifference());
        assertThat(second.adjustedP()).isEqualTo(2 * alone.adjustedP());
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        RandomStream random = new RandomStream(1);
        Pairs ten = new Pairs(ACCURACY, upTo(10, 1), upTo(10, 1));
        Pairs nine = new Pairs(STEPS, upTo(9, 1), upTo(9, 1));
        assertThatThrownBy(() -> JUDGE.judge(List.of(), random))
                .hasMessage("judge: expected questions of different names, found []; ask each once, and at least one");
        assertThatThrownBy(() -> JUDGE.judge(List.of(ten, ten), random))
                .hasMessageContaining("found [test accuracy, test accuracy]");
        assertThatThrownBy(() -> JUDGE.judge(List.of(ten, nine), random))
                .hasMessage("judge: expected the same pairs of runs for each question, at least 2, found [10, 9];"
                        + " give a failed run the worst number instead of leaving it out, and take at least 2 seeds");
        assertThatThrownBy(() -> JUDGE.judge(List.of(new Pairs(STEPS, upTo(1, 1), upTo(1, 1))), random))
                .hasMessageContaining("found [1]");
        assertThatThrownBy(() -> new Judge("Adam", " "))
                .hasMessage("judge: expected the names of two sides, found 'Adam' and ' '; name both");
        assertThatThrownBy(() -> new Judge("Adam", "SGDM", 0.05, 0.5, 1000))
                .hasMessage(
                        "judge: expected a share of pairs that matters between 0.5 and 1, found 0.5; 0.75 is usual");
        assertThatThrownBy(() -> new Judge("Adam", "SGDM", 0, 0.75, 1000)).hasMessageContaining("level");
    }

    @Test
    void numbersAreShortAndNeverOnTheWrongSideOfAThreshold() {
        assertThat(ShortNumber.of(102)).isEqualTo("102");
        assertThat(ShortNumber.of(12345.6)).isEqualTo("12346");
        assertThat(ShortNumber.of(1000)).isEqualTo("1000");
        assertThat(ShortNumber.of(-0.012345)).isEqualTo("−0.0123");
        assertThat(ShortNumber.of(1.5e-7)).isEqualTo("1.5e−7");
        assertThat(ShortNumber.of(2e12)).isEqualTo("2e12");
        assertThat(ShortNumber.of(-0.0)).isEqualTo("0");
        assertThat(ShortNumber.of(Double.NaN)).isEqualTo("undefined");
        assertThat(ShortNumber.signed(0.3)).isEqualTo("+0.3");
        assertThat(ShortNumber.signed(NONE)).isEqualTo("+∞");
        assertThat(ShortNumber.signed(-NONE)).isEqualTo("−∞");
        assertThat(ShortNumber.besides(0.04999, 0.05)).isEqualTo("0.04999");
        assertThat(ShortNumber.besides(0.050001, 0.05)).isEqualTo("0.050001");
        assertThat(ShortNumber.besides(0.05, 0.05)).isEqualTo("0.05");
        assertThat(ShortNumber.besides(0.1234, 0.05)).isEqualTo("0.123");
    }
}
