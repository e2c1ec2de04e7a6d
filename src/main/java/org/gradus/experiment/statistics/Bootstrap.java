package org.gradus.experiment.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.gradus.tensor.RandomStream;

/**
 * The percentile bootstrap: draw n of n items with replacement, compute the statistic, do so often; the middle of what came out is the
 * interval (Efron 1979, <a href="https://doi.org/10.1214/aos/1176344552">doi 10.1214/aos/1176344552</a>).
 *
 * <p>Of pairs it is the pairs that are drawn, so what they have in common stays out of the difference. Percentiles, as Agarwal et al. 2021
 * and Bouthillier et al. 2021 take them, and not the bias-corrected accelerated form (BCa, Efron 1987): that estimates how the statistic bends
 * by leaving out one item at a time, and the median of what is left takes only two or three values then, which says nothing, or is 0/0 if
 * they are equal. The price: below about 10 items the interval is somewhat too narrow (of two items, that of their mean holds the true one
 * half of the time), so no claim rests on it alone.
 *
 * <p>The ends are drawn values, never interpolated, hence the same bits everywhere for the same stream. A resample whose statistic is NaN, the
 * mean of −∞ and ∞, counts as −∞ for the lower end and as ∞ for the upper end.
 *
 * @param resamples how many times to draw, at least 100
 * @param level the level of the intervals
 */
public record Bootstrap(int resamples, double level) {
    /** How often to draw if nothing else is said. */
    public static final int USUAL_RESAMPLES = 10_000;

    private static final int FEWEST_RESAMPLES = 100;

    /**
     * A bootstrap.
     *
     * @throws IllegalArgumentException if the resamples are fewer than 100 or the level does not lie between 0 and 1
     */
    public Bootstrap {
        Interval.checkLevel(level);
        if (resamples < FEWEST_RESAMPLES) {
            throw new IllegalArgumentException("bootstrap: expected at least " + FEWEST_RESAMPLES + " resamples, found "
                    + resamples + "; " + USUAL_RESAMPLES + " are usual");
        }
    }

    /**
     * {@return a statistic of some numbers, with its interval}
     *
     * @param statistic the statistic, of numbers in ascending order
     * @param values the numbers
     * @param random where the draws come from
     */
    Estimate ofSorted(ToDoubleFunction<double[]> statistic, double[] values, RandomStream random) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] drawn = new double[sorted.length];
        return of(
                indices -> {
                    for (int i = 0; i < drawn.length; i++) {
                        drawn[i] = sorted[indices[i]];
                    }
                    return statistic.applyAsDouble(drawn);
                },
                sorted.length,
                random);
    }

    /**
     * {@return a statistic of items, with its interval}
     *
     * @param statistic the statistic of the items with these indices, which are in ascending order and must not be changed or kept
     * @param n how many items there are, at least 1
     * @param random where the draws come from
     */
    public Estimate of(ToDoubleFunction<int[]> statistic, int n, RandomStream random) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        double value = statistic.applyAsDouble(indices);
        double[] low = new double[resamples];
        double[] high = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            draw(indices, random);
            double drawn = statistic.applyAsDouble(indices);
            low[r] = Double.isNaN(drawn) ? Double.NEGATIVE_INFINITY : drawn;
            high[r] = Double.isNaN(drawn) ? Double.POSITIVE_INFINITY : drawn;
        }
        Arrays.sort(low);
        Arrays.sort(high);
        int outside = (int) Math.max(1, Math.round(resamples * (1 - level) / 2));
        return new Estimate(value, new Interval(low[outside - 1], high[resamples - outside], level));
    }

    /** Fills an array with random indices in ascending order. */
    private static void draw(int[] indices, RandomStream random) {
        int[] counts = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            counts[random.below(indices.length)]++;
        }
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int c = 0; c < counts[i]; c++) {
                indices[next++] = i;
            }
        }
    }
}
