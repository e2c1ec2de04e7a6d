package org.gradus.experiment.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.RandomStream;

/** What a tuning budget buys: the expected best of k trials, against k. */
public final class BestOfK {
    private BestOfK() {}

    /**
     * {@return the expected best of k trials for k = 1 … n, E = Σ_i x_(i) · C(i − 1, k − 1)/C(n, k), with x_(1) … x_(n) from worst to best}
     *
     * <p>The mean of the best over all choices of k of the n trials without replacement. Dodge et al. 2019
     * (<a href="https://arxiv.org/abs/1909.03004">arXiv 1909.03004</a>) draw with replacement, Σ x_(i) ((i/n)^k − ((i − 1)/n)^k), which makes
     * the best of k look worse than it is; this is the unbiased form, as Tang et al. 2020
     * (<a href="https://arxiv.org/abs/2004.13705">arXiv 2004.13705</a>) and Dodge et al. 2021
     * (<a href="https://arxiv.org/abs/2110.00613">arXiv 2110.00613</a>) advise. The last, k = n, is the best trial found.
     *
     * <p>A trial that diverged counts as infinitely bad, so E is infinite up to as many trials as diverged. Bands are by the
     * bootstrap over trials; where k is near n, a resample's best is mostly one of the few best trials, and the band ends at the best of all.
     *
     * @param values what came out of each trial
     * @param lowerIsBetter whether less is better
     * @param bootstrap how to draw
     * @param random where the draws come from
     * @throws IllegalArgumentException if there are no values, or one is NaN
     */
    public static List<Estimate> of(double[] values, boolean lowerIsBetter, Bootstrap bootstrap, RandomStream random) {
        if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("best of k: expected at least one value and no NaN, found "
                    + Arrays.toString(values) + "; give a trial that diverged the worst value, ∞ or −∞");
        }
        List<Estimate> curve = new ArrayList<>();
        for (int k = 1; k <= values.length; k++) {
            double[] weights = weights(values.length, k);
            curve.add(bootstrap.ofSorted(
                    sorted -> expected(sorted, weights, lowerIsBetter), values, random.split("best of " + k)));
        }
        return List.copyOf(curve);
    }

    /** The probability that the i-th from the worst is the best of k: from k/n for the best, each (i − k)/(i − 1) of the one before. */
    private static double[] weights(int n, int k) {
        double[] weights = new double[n];
        double weight = (double) k / n;
        for (int i = n; i >= k; i--) {
            weights[i - 1] = weight;
            weight = i > 1 ? weight * (i - k) / (i - 1) : 0;
        }
        return weights;
    }

    private static double expected(double[] sorted, double[] weights, boolean lowerIsBetter) {
        int n = sorted.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (weights[i] > 0) { // 0 · ∞ is no number
                sum += weights[i] * sorted[lowerIsBetter ? n - 1 - i : i];
            }
        }
        return sum;
    }
}
