package org.gradus.experiment.statistics;

/**
 * The probability that the first is better than the second with the same seed: P = (wins + ties/2)/n.
 *
 * <p>Source: P(A &gt; B) of Bouthillier et al. 2021, <a href="https://arxiv.org/abs/2103.03098">arXiv 2103.03098</a>, who take a percentile
 * bootstrap for its interval. Of a share that is a binomial distribution around the share found, and shrinks to the point 1 where all pairs
 * are won, be they only two; so here it is {@linkplain Interval#ofShare Wilson's}.
 *
 * @param wins in how many pairs the first is better
 * @param ties in how many both are the same
 * @param losses in how many the second is better
 * @param interval where the true probability may be
 */
public record WinProbability(int wins, int ties, int losses, Interval interval) {
    /**
     * {@return the probability}
     *
     * @param advantages by how much the first is better, pair by pair
     * @param level the level of the interval
     * @throws IllegalArgumentException if there are no pairs, one is NaN, or the level does not lie between 0 and 1
     */
    public static WinProbability of(double[] advantages, double level) {
        int wins = 0;
        int losses = 0;
        for (double advantage : advantages) {
            if (Double.isNaN(advantage)) {
                throw new IllegalArgumentException(
                        "probability to win: expected no NaN among the differences, found one; take 0 where both sides failed");
            }
            wins += advantage > 0 ? 1 : 0;
            losses += advantage < 0 ? 1 : 0;
        }
        int ties = advantages.length - wins - losses;
        return new WinProbability(wins, ties, losses, Interval.ofShare(wins + 0.5 * ties, advantages.length, level));
    }

    /** {@return P} */
    public double value() {
        return (wins + 0.5 * ties) / (wins + ties + losses);
    }
}
