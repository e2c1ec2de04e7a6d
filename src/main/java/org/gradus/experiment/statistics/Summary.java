package org.gradus.experiment.statistics;

import java.util.Arrays;

/**
 * The middle of some numbers: median, quartiles, interquartile mean.
 *
 * @param count how many numbers there are
 * @param failed how many of them are infinite: runs that diverged or never came to their target; they count as the worst
 * @param lower a quarter of the numbers lie below
 * @param median half of the numbers lie below
 * @param upper three quarters of the numbers lie below
 * @param interquartileMean the mean of the middle half
 */
public record Summary(int count, int failed, double lower, double median, double upper, double interquartileMean) {
    /**
     * {@return the summary of some numbers}
     *
     * <p>Quantiles are interpolated linearly between order statistics, as NumPy does (Hyndman and Fan's type 7). The interquartile mean is
     * (2/n) · Σ w_i x_(i), w_i the share of [i − 1, i] within [n/4, 3n/4]: less noisy than the median, and as deaf to the worst quarter. It
     * is advised by Agarwal et al. 2021, <a href="https://arxiv.org/abs/2108.13264">arXiv 2108.13264</a>, whose library rliable cuts ⌊n/4⌋
     * whole numbers at each end instead: the same where 4 divides n.
     *
     * <p>Infinite numbers are allowed: a statistic is infinite if enough of them are, and NaN if it is the mean of −∞ and ∞.
     *
     * @param values the numbers
     * @throws IllegalArgumentException if there are none, or one is NaN
     */
    public static Summary of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN goes last
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("summary: expected at least one number and no NaN, found "
                    + (sorted.length == 0 ? "none" : "NaN") + "; give a failed run the worst number, ∞ or −∞");
        }
        Quartiles middle = Quartiles.of(sorted);
        return new Summary(
                sorted.length,
                (int) Arrays.stream(sorted).filter(Double::isInfinite).count(),
                middle.lower(),
                middle.median(),
                middle.upper(),
                OrderStatistics.interquartileMean(sorted));
    }
}
