package org.gradus.experiment.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Wilcoxon's signed-rank test, two-sided: W⁺ is the sum of the ranks of |d_i| over all d_i more than 0, and p the probability of a W⁺ at
 * least as far from its mean, if every d_i could as well have the other sign.
 *
 * <p>Source: Wilcoxon 1945, <a href="https://doi.org/10.2307/3001968">doi 10.2307/3001968</a>. Equal |d_i| share the mean of their ranks. A
 * d_i of 0 is ranked and then left out (Pratt 1959,
 * <a href="https://doi.org/10.1080/01621459.1959.10501526">doi 10.1080/01621459.1959.10501526</a>): if it were left out before, as Wilcoxon
 * had it and R still does, stronger evidence could give a larger p. ±∞ have the highest rank, all the same one.
 *
 * <p>With at most 50 differences other than 0, p is exact, ties or not: of the 2^m equally likely signs those are counted whose W⁺ is at
 * least as far out. With more, W⁺ counts as normal with mean Σr_i/2 and variance Σr_i²/4 over the ranks left, which contains the usual
 * corrections for ties and zeros, and is moved by ½ towards its mean.
 *
 * <p>Commons Statistics ({@code WilcoxonSignedRankTest}) ranks alike, but is exact only without ties and zeros, which test accuracies always
 * have, and its normal approximation calls {@code Math.exp}, whose last bit depends on the machine; so it is the tests' witness and not ours.
 *
 * @param zeros how many differences are 0
 * @param nonzero m, how many are not
 * @param exact whether p is exact
 * @param positiveRanks W⁺
 * @param negativeRanks W⁻, the same sum over all d_i less than 0
 * @param p the probability; 1 if all differences are 0
 */
public record SignedRankTest(
        int zeros, int nonzero, boolean exact, double positiveRanks, double negativeRanks, double p) {
    private static final int MOST_FOR_EXACT = 50;

    /**
     * {@return the test of some differences}
     *
     * @param differences d_i; may be infinite
     * @throws IllegalArgumentException if there are none, or one is NaN
     */
    public static SignedRankTest of(double... differences) {
        if (differences.length == 0 || Arrays.stream(differences).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("signed-rank test: expected at least one difference and no NaN, found "
                    + Arrays.toString(differences) + "; take 0 where both sides failed");
        }
        double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE)
                .rank(Arrays.stream(differences).map(Math::abs).toArray());
        double[] left = new double[ranks.length];
        int nonzero = 0;
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (differences[i] != 0) {
                left[nonzero++] = ranks[i];
                positive += differences[i] > 0 ? ranks[i] : 0;
                negative += differences[i] < 0 ? ranks[i] : 0;
            }
        }
        left = Arrays.copyOf(left, nonzero);
        boolean exact = nonzero <= MOST_FOR_EXACT;
        double smaller = Math.min(positive, negative);
        double p = exact ? exactly(left, smaller) : approximately(left, smaller);
        return new SignedRankTest(ranks.length - nonzero, nonzero, exact, positive, negative, p);
    }

    /** The share of all signs that give at most the smaller sum, twice; ranks are doubled to be whole, counts are below 2⁵¹. */
    private static double exactly(double[] ranks, double smaller) {
        int total = (int) (2 * Arrays.stream(ranks).sum());
        long[] ways = new long[total + 1];
        ways[0] = 1;
        for (double rank : ranks) {
            int twice = (int) (2 * rank);
            for (int sum = total; sum >= twice; sum--) {
                ways[sum] += ways[sum - twice];
            }
        }
        long outside = Arrays.stream(ways, 0, (int) (2 * smaller) + 1).sum();
        return Math.min(1, Math.scalb((double) outside, 1 - ranks.length));
    }

    private static double approximately(double[] ranks, double smaller) {
        double mean = 0;
        double variance = 0;
        for (double rank : ranks) {
            mean += rank / 2;
            variance += rank * rank / 4;
        }
        return StandardNormal.outside(Math.max(0, mean - smaller - 0.5) / Math.sqrt(variance));
    }

    /**
     * {@return the matched-pairs rank-biserial correlation (W⁺ − W⁻)/(W⁺ + W⁻), an effect size from −1, all are less than 0, to 1; 0 if all
     * are 0}
     *
     * <p>Source: Kerby 2014, <a href="https://doi.org/10.2466/11.IT.3.1">doi 10.2466/11.IT.3.1</a>. Unlike Cohen's d it is defined where a run
     * failed.
     */
    public double rankBiserial() {
        double sum = positiveRanks + negativeRanks;
        return sum == 0 ? 0 : (positiveRanks - negativeRanks) / sum;
    }

    /** {@return the least p that this many differences other than 0 can give, 2 · 2^−m; 1 if there are none} */
    public double leastP() {
        return Math.min(1, SampleSize.leastP(nonzero));
    }
}
