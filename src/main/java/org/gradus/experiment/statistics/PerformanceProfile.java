package org.gradus.experiment.statistics;

import java.util.Arrays;
import java.util.List;

/** Which share of the runs is at least so good, for every "so good". */
public final class PerformanceProfile {
    private PerformanceProfile() {}

    /**
     * {@return for each threshold τ the share of runs that reach it, (number of x_i ≥ τ)/n, or ≤ τ if lower is better, with its interval}
     *
     * <p>Source: the run-score distribution of Agarwal et al. 2021, <a href="https://arxiv.org/abs/2108.13264">arXiv 2108.13264</a>, after the
     * profiles of Dolan and Moré 2002. Theirs has bands by the bootstrap, which are points where all runs or none reach τ; here they are
     * {@linkplain Interval#ofShare Wilson's}, each for its own τ. A run that failed reaches no finite τ.
     *
     * @param values the runs' numbers
     * @param lowerIsBetter whether less is better
     * @param thresholds the thresholds, in any order
     * @param level the level of the intervals
     * @throws IllegalArgumentException if there are no values, a value or threshold is NaN, or the level does not lie between 0 and 1
     */
    public static List<Estimate> of(double[] values, boolean lowerIsBetter, double[] thresholds, double level) {
        boolean sound = Arrays.stream(values).noneMatch(Double::isNaN)
                && Arrays.stream(thresholds).noneMatch(Double::isNaN);
        if (values.length == 0 || !sound) {
            throw new IllegalArgumentException("performance profile: expected at least one run, and no NaN among runs"
                    + " and thresholds; give a failed run the worst value, ∞ or −∞");
        }
        return Arrays.stream(thresholds)
                .mapToObj(threshold -> share(values, lowerIsBetter, threshold, level))
                .toList();
    }

    private static Estimate share(double[] values, boolean lowerIsBetter, double threshold, double level) {
        long reached = Arrays.stream(values)
                .filter(x -> lowerIsBetter ? x <= threshold : x >= threshold)
                .count();
        return new Estimate((double) reached / values.length, Interval.ofShare(reached, values.length, level));
    }
}
