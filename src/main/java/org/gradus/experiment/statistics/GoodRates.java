package org.gradus.experiment.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The range of learning rates around the best one that do about as well: how much the choice of the rate forgives.
 *
 * <p>Only rates that were tried are known to be good or not. So the true range is at least as wide as from the lowest good one to the
 * highest, and less wide than from the next tried below to the next above.
 *
 * @param best the rate with the best value
 * @param lowest the lowest rate of the range
 * @param highest the highest rate of the range
 * @param below the next lower rate tried, which is not good; 0 if there is none: the range may go on beyond the edge
 * @param above the next higher rate tried, which is not good; ∞ if there is none
 */
public record GoodRates(double best, double lowest, double highest, double below, double above) {
    /**
     * {@return the rates around the best one, without a gap, whose value is at most the tolerance worse than the best value}
     *
     * <p>Of several best rates the lowest counts. A rate beyond a bad one does not count, however good: there luck decides.
     *
     * @param rates the rates tried, each more than 0 and tried once
     * @param values what came out for each, such as the median over seeds; infinite for a rate that diverged
     * @param lowerIsBetter whether less is better
     * @param tolerance how much worse is as good, at least 0, in the unit of the values
     * @throws IllegalArgumentException if there are not as many values as rates, none is finite, one is NaN, a rate is not positive and
     *     finite or stands twice, or the tolerance is negative, infinite or NaN
     */
    public static GoodRates of(double[] rates, double[] values, boolean lowerIsBetter, double tolerance) {
        check(rates, values, tolerance);
        int[] order = IntStream.range(0, rates.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rates[i]))
                .mapToInt(i -> i)
                .toArray();
        double sign = lowerIsBetter ? 1 : -1;
        int best = 0;
        for (int i = 1; i < order.length; i++) {
            best = sign * values[order[i]] < sign * values[order[best]] ? i : best;
        }
        if (!Double.isFinite(values[order[best]])) {
            throw new IllegalArgumentException("good rates: expected a rate with a finite value, found none of "
                    + rates.length + "; try other rates");
        }
        double limit = sign * values[order[best]] + tolerance;
        int low = best;
        while (low > 0 && sign * values[order[low - 1]] <= limit) {
            low--;
        }
        int high = best;
        while (high < order.length - 1 && sign * values[order[high + 1]] <= limit) {
            high++;
        }
        return new GoodRates(
                rates[order[best]],
                rates[order[low]],
                rates[order[high]],
                low == 0 ? 0 : rates[order[low - 1]],
                high == order.length - 1 ? Double.POSITIVE_INFINITY : rates[order[high + 1]]);
    }

    private static void check(double[] rates, double[] values, double tolerance) {
        if (rates.length != values.length || rates.length == 0) {
            throw new IllegalArgumentException("good rates: expected a value for each rate, found " + rates.length
                    + " rates and " + values.length + " values; give both, and at least one");
        }
        boolean sound = IntStream.range(0, rates.length)
                .allMatch(i -> rates[i] > 0 && Double.isFinite(rates[i]) && !Double.isNaN(values[i]));
        if (!sound
                || IntStream.range(0, rates.length)
                                .mapToDouble(i -> rates[i])
                                .distinct()
                                .count()
                        < rates.length) {
            throw new IllegalArgumentException(
                    "good rates: expected finite rates of more than 0, each once, with a value"
                            + " that is not NaN; give the median over its seeds for each rate, and ∞ or −∞ if it diverged");
        }
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("good rates: expected a tolerance of at least 0, found " + tolerance
                    + "; say how much worse is as good");
        }
    }

    /** {@return highest/lowest: the range is at least this wide} */
    public double factor() {
        return highest / lowest;
    }

    /** {@return above/below: the range is less wide than this; ∞ at an edge of what was tried} */
    public double factorAtMost() {
        return below == 0 ? Double.POSITIVE_INFINITY : above / below;
    }

    /** {@return whether the lowest or the highest rate tried is good, so that the range may go on} */
    public boolean reachesAnEdge() {
        return factorAtMost() == Double.POSITIVE_INFINITY;
    }

    /**
     * {@return one sentence on two ranges; it prefers one only if that is wider whatever lies between the rates tried}
     *
     * @param name whose range this is
     * @param other the other range
     * @param otherName whose that is
     */
    public String against(GoodRates other, String name, String otherName) {
        String factors = "factor " + ShortNumber.of(factor()) + " against factor " + ShortNumber.of(other.factor());
        if (factor() > other.factorAtMost()) {
            return name + " forgives more rates here: " + factors;
        }
        if (other.factor() > factorAtMost()) {
            return otherName + " forgives more rates here: " + factors;
        }
        String edge = reachesAnEdge() || other.reachesAnEdge() ? "; a range reaches the edge of the rates tried" : "";
        return factors + ": nothing to choose between them" + edge;
    }
}
