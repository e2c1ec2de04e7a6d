package org.gradus.experiment.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.tensor.RandomStream;

/**
 * Which side varies less from seed to seed.
 *
 * <p>Brown and Forsythe 1974 (<a href="https://doi.org/10.1080/01621459.1974.10482955">doi 10.1080/01621459.1974.10482955</a>) compare
 * distances from the median, |x_i − x̃|, which unlike squares are not at the mercy of one outlier. Their test, as Ansari's, takes the two sides
 * as independent; runs with the same seed are not. So here the distances of a pair are compared with each other, as Grambsch 1994
 * (<a href="https://doi.org/10.1093/biomet/81.2.359">doi 10.1093/biomet/81.2.359</a>) does for paired data, and the question of spread is one
 * as any other: it has its signed ranks, its P, its place in Holm's correction.
 */
public final class Spread {
    private Spread() {}

    /**
     * {@return the distances |a_i − ã| and |b_i − b̃| of the numbers from the median of their side, in pairs; less is better}
     *
     * <p>A failed run is infinitely far away, as is every run of a side that failed more often than not.
     *
     * @param pairs the numbers
     * @param name what is asked, such as {@code spread over seeds}
     */
    public static Pairs of(Pairs pairs, String name) {
        Question question = new Question(name, pairs.question().differenceUnit(), true, "steadier");
        return new Pairs(question, distances(pairs.first()), distances(pairs.second()));
    }

    private static double[] distances(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = OrderStatistics.median(sorted);
        return Arrays.stream(values)
                .map(x -> Double.isInfinite(x) ? Double.POSITIVE_INFINITY : Math.abs(x - median)) // ∞ − ∞ is NaN
                .toArray();
    }

    /**
     * {@return the ratio of the interquartile ranges, (Q₃ − Q₁ of the first)/(Q₃ − Q₁ of the second), with its interval by drawing pairs}
     *
     * <p>Less than 1 if the first varies less. NaN for 0/0 and ∞/∞; its interval reaches from 0 to ∞ then.
     *
     * @param pairs the numbers
     * @param bootstrap how to draw
     * @param random where the draws come from
     */
    public static Estimate ratio(Pairs pairs, Bootstrap bootstrap, RandomStream random) {
        double[] first = pairs.first();
        double[] second = pairs.second();
        Estimate ratio = bootstrap.of(drawn -> range(first, drawn) / range(second, drawn), pairs.size(), random);
        Interval interval = ratio.interval();
        return new Estimate(
                ratio.value(), new Interval(Math.max(0, interval.lower()), interval.upper(), interval.level()));
    }

    private static double range(double[] values, int[] indices) {
        return OrderStatistics.interquartileRange(
                IntStream.of(indices).mapToDouble(i -> values[i]).sorted().toArray());
    }
}
