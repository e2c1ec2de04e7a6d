package org.gradus.experiment.statistics;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** What a number of pairs can decide, and how many a decision takes. */
public final class SampleSize {
    /** A number of pairs whose least p is 0 in a double. */
    private static final int PLENTY = 1080;

    private SampleSize() {}

    /**
     * {@return 2 · 2^−n, the least p that a two-sided test of n pairs can give: all differences have one sign, as two of the 2^n signs have}
     *
     * @param pairs n
     */
    public static double leastP(int pairs) {
        return Math.scalb(1.0, 1 - pairs);
    }

    /**
     * {@return the fewest pairs for which m · 2 · 2^−n &lt; α: with fewer, nothing that happens can be significant after
     * {@linkplain Holm Holm's correction} over m questions}
     *
     * <p>6 for one question and α = 0.05, 8 for five.
     *
     * @param alpha α, between 0 and 1
     * @param questions m, at least 1
     * @throws IllegalArgumentException if α is not between 0 and 1, or m less than 1
     */
    public static int forTest(double alpha, int questions) {
        Interval.checkLevel(1 - alpha);
        if (questions < 1) {
            throw new IllegalArgumentException(
                    "sample size: expected at least 1 question, found " + questions + "; ask one");
        }
        int pairs = 1;
        while (pairs < PLENTY && questions * leastP(pairs) >= alpha) {
            pairs++;
        }
        return pairs;
    }

    /**
     * Refuses a test that cannot find anything.
     *
     * @param pairs how many pairs there are
     * @param alpha α, between 0 and 1
     * @param questions over how many questions p is corrected
     * @throws IllegalArgumentException if the pairs are too few for p &lt; α; the message says how many it takes
     */
    public static void requireTestable(int pairs, double alpha, int questions) {
        int needed = forTest(alpha, questions);
        if (pairs < needed) {
            throw new IllegalArgumentException("signed-rank test: asked for p < " + ShortNumber.of(alpha)
                    + VerdictText.corrected(questions) + ", but the least p of " + pairs
                    + (pairs == 1 ? " pair" : " pairs") + " is "
                    + ShortNumber.of(Math.min(1, leastP(pairs))) + "; take at least " + needed + " seeds");
        }
    }

    /**
     * {@return N = (z_1−α + z_1−β)² / (6 (P − ½)²), rounded up: about how many pairs it takes to find a P(A &gt; B) with power 1 − β}
     *
     * <p>29 for P = 0.75 and α = β = 0.05, as in the appendix of Bouthillier et al. 2021,
     * <a href="https://arxiv.org/abs/2103.03098">arXiv 2103.03098</a>. It is Noether's formula (1987,
     * <a href="https://doi.org/10.1080/01621459.1987.10478478">doi 10.1080/01621459.1987.10478478</a>) for each of two independent samples
     * and a one-sided rank test. With pairs, a signed-rank test that is one-sided keeps the promise where differences are about normal; a
     * {@link Verdict} asks for more, a two-sided test and an interval of P clear of ½, and finds P = 0.75 with 29 pairs in at most 83 of 100
     * duels; see {@link #chanceToClear}.
     *
     * @param probability P, from 0 to 1, not ½
     * @param alpha α, the probability of a false claim
     * @param power 1 − β, the probability of a right one
     * @throws IllegalArgumentException if a number is not in its range
     */
    public static long noether(double probability, double alpha, double power) {
        Interval.checkLevel(1 - alpha);
        Interval.checkLevel(power);
        if (!(probability >= 0 && probability <= 1 && probability != 0.5)) {
            throw new IllegalArgumentException("sample size: expected a probability from 0 to 1 other than 0.5, found "
                    + probability + "; no number of pairs finds a difference that is not there");
        }
        double z = StandardNormal.quantile(1 - alpha) + StandardNormal.quantile(power);
        double distance = probability - 0.5;
        return (long) Math.ceil(z * z / (6 * distance * distance));
    }

    /**
     * {@return the probability that n pairs without ties put the interval of P clear of ½ on its right side, a sum of binomial probabilities}
     *
     * <p>The most that a {@link Verdict} with so many pairs can promise. It rises in a saw-tooth: 0.83 for P = 0.75 and 29 pairs, and more than
     * 0.95 from 48 on.
     *
     * @param pairs n, at least 1
     * @param probability the true P, from 0 to 1
     * @param level the level of the interval
     * @throws IllegalArgumentException if a number is not in its range
     */
    public static double chanceToClear(int pairs, double probability, double level) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "sample size: expected a probability from 0 to 1, found " + probability + "; give P(A > B)");
        }
        int wins = 0;
        while (wins <= pairs && Interval.ofShare(wins, pairs, level).lower() <= 0.5) {
            wins++;
        }
        double better = Math.max(probability, 1 - probability);
        return 1 - new BinomialDistribution(null, pairs, better).cumulativeProbability(wins - 1);
    }
}
