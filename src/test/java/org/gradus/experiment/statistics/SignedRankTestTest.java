package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * Expected p from SciPy 1.17.1, {@code scipy.stats.wilcoxon(d, zero_method="pratt", method=PermutationMethod(n_resamples=10**7))}, which
 * enumerates all signs, and the same from an enumeration of our own in Python's {@code fractions}, which gives the fractions beside them.
 */
class SignedRankTestTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Depression scores of Hollander and Wolfe 1973, the example of R's {@code wilcox.test}, which has V = 40 and p = 0.0391. */
    @Test
    void isTheTextbooks() {
        SignedRankTest test = SignedRankTest.of(0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01);
        assertThat(test).isEqualTo(new SignedRankTest(0, 9, true, 40, 5, 5 / 128.0));
    }

    @Test
    void isExactWithTiesAndZerosToo() {
        assertThat(SignedRankTest.of(3, -1, 1, 2, -2, 4, 5, 1, -1, 6))
                .isEqualTo(new SignedRankTest(0, 10, true, 44.5, 10.5, 25 / 256.0));
        assertThat(SignedRankTest.of(0, 3, -1, 0, 2, 5, 4, -2, 6, 7))
                .isEqualTo(new SignedRankTest(2, 8, true, 44.5, 7.5, 1 / 16.0));
        assertThat(SignedRankTest.of(0, 0, 1, 1, 1, -1, 2, 3, 3, -2, 4, 5))
                .isEqualTo(new SignedRankTest(2, 10, true, 63, 12, 25 / 512.0));
    }

    /** 50 differences, the most for exact p; with ties the reference counts sums of ranks in Python's integers: 737187387111/2⁴⁵. */
    @Test
    void isExactUpTo50() {
        double[] untied = IntStream.rangeClosed(1, 50)
                .mapToDouble(i -> i % 3 == 0 ? -i : i)
                .toArray();
        assertThat(SignedRankTest.of(untied).p()).isCloseTo(0.02616696817119646, within(1e-15));
        double[] tied =
                IntStream.rangeClosed(1, 50).mapToDouble(i -> i * 7 % 11 - 4).toArray();
        assertThat(SignedRankTest.of(tied).p()).isEqualTo(737187387111.0 / 35184372088832.0);
    }

    /** SciPy with {@code correction=True, method="approx"}; the second has ties in each rank. */
    @Test
    void isNormalBeyond() {
        double[] one =
                IntStream.rangeClosed(1, 60).mapToDouble(i -> i * 37 % 61 - 24).toArray();
        assertThat(SignedRankTest.of(one).exact()).isFalse();
        assertThat(SignedRankTest.of(one).p()).isCloseTo(0.009866868145086565, within(1e-13));
        double[] tied = IntStream.rangeClosed(1, 70)
                .mapToDouble(i -> Math.floorDiv(i * 37 % 61, 4) - 5)
                .toArray();
        assertThat(SignedRankTest.of(tied).p()).isCloseTo(0.00056641692454218, within(1e-14));
    }

    /** It is exact without ties and zeros, and has ours; with them it falls back to the normal approximation, also for 10 differences. */
    @Test
    void commonsStatisticsAgreesWhereItIsExact() {
        RandomStream random = new RandomStream(5);
        WilcoxonSignedRankTest theirs = WilcoxonSignedRankTest.withDefaults();
        for (int n = 1; n <= 80; n++) {
            double[] d = IntStream.range(0, n)
                    .mapToDouble(i -> random.gaussian() + 0.3)
                    .toArray();
            SignedRankTest ours = SignedRankTest.of(d);
            var method = ours.exact() ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC;
            assertThat(ours.p()).isCloseTo(theirs.with(method).test(d).getPValue(), within(1e-12));
            assertThat(ours.positiveRanks()).isEqualTo(theirs.statistic(d));
        }
        double[] tied = {0, 0, 1, 1, 1, -1, 2, 3, 3, -2, 4, 5};
        assertThat(theirs.statistic(tied)).isEqualTo(63);
        assertThat(theirs.with(PValueMethod.EXACT).test(tied).getPValue())
                .isNotCloseTo(25 / 512.0, within(1e-4))
                .isEqualTo(theirs.with(PValueMethod.ASYMPTOTIC).test(tied).getPValue());
    }

    @Test
    void aSwapOfTheSidesChangesTheSignAlone() {
        SignedRankTest one = SignedRankTest.of(3, -1, 0, 2, 5, NONE);
        SignedRankTest other = SignedRankTest.of(-3, 1, 0, -2, -5, -NONE);
        assertThat(other.p()).isEqualTo(one.p());
        assertThat(other.rankBiserial()).isEqualTo(-one.rankBiserial());
    }

    @Test
    void failedRunsHaveTheHighestRank() {
        assertThat(SignedRankTest.of(1, 2, -NONE)).isEqualTo(new SignedRankTest(0, 3, true, 3, 3, 1));
        assertThat(SignedRankTest.of(1, 2, NONE, -NONE).positiveRanks()).isEqualTo(1 + 2 + 3.5);
    }

    /** Kerby 2014: favorable less unfavorable share of the rank sum; here (40 − 5)/45. */
    @Test
    void effectSizeIsTheShareOfRanks() {
        assertThat(SignedRankTest.of(0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01)
                        .rankBiserial())
                .isEqualTo(35 / 45.0);
        assertThat(SignedRankTest.of(1, 2, 3).rankBiserial()).isEqualTo(1);
        assertThat(SignedRankTest.of(0, 0).rankBiserial()).isZero();
    }

    @Test
    void theLeastPIsReachedAndNeverPassed() {
        SignedRankTest all = SignedRankTest.of(0, 1, 1, 2, 3, 4, 4);
        assertThat(all.p()).isEqualTo(all.leastP()).isEqualTo(2.0 / 64);
        assertThat(SignedRankTest.of(0, 0)).isEqualTo(new SignedRankTest(2, 0, true, 0, 0, 1));
        assertThat(SignedRankTest.of(0, 0).leastP()).isEqualTo(1);
    }

    @Test
    void nothingAndNaNAreRefused() {
        assertThatThrownBy(SignedRankTest::of)
                .hasMessage("signed-rank test: expected at least one difference and no NaN, found [];"
                        + " take 0 where both sides failed");
        assertThatThrownBy(() -> SignedRankTest.of(1, Double.NaN)).hasMessageContaining("found [1.0, NaN]");
    }
}
