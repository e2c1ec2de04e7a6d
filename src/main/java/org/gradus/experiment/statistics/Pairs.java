package org.gradus.experiment.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The answers of two sides to one question, in pairs: run i of the first and run i of the second had the same seed, so the same split,
 * first weights and order of batches.
 *
 * <p>A run that diverged, or never reached its target, has the {@linkplain Question#worst() worst} number, ±∞, and keeps its place: it loses
 * its pair, and its difference has the highest rank. Where both runs of a pair have it, their difference is 0. NaN is refused.
 */
public final class Pairs {
    /** Differences finer than this share of a usual value are rounding noise. */
    private static final int BITS_OF_A_DIFFERENCE = 40;

    private final Question question;
    private final double[] first;
    private final double[] second;

    /**
     * Numbers in pairs.
     *
     * @param question what was asked
     * @param first the numbers of the first side
     * @param second the numbers of the second side, in the same order
     * @throws IllegalArgumentException if there are none, not as many of both, or one is NaN or infinitely good
     */
    public Pairs(Question question, double[] first, double[] second) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException(question.name() + ": expected as many numbers of both sides, found "
                    + first.length + " and " + second.length + "; give one number of each side for every seed");
        }
        this.question = question;
        this.first = checked(question, first);
        this.second = checked(question, second);
    }

    private static double[] checked(Question question, double[] values) {
        for (double value : values) {
            if (Double.isNaN(value) || value == -question.worst()) {
                throw new IllegalArgumentException(question.name() + ": expected finite numbers, or "
                        + ShortNumber.of(question.worst()) + " for a run that failed, found " + value
                        + "; say that a run failed by the worst number");
            }
        }
        return values.clone();
    }

    /** {@return what was asked} */
    public Question question() {
        return question;
    }

    /** {@return the number of pairs} */
    public int size() {
        return first.length;
    }

    /** {@return the numbers of the first side} */
    public double[] first() {
        return first.clone();
    }

    /** {@return the numbers of the second side} */
    public double[] second() {
        return second.clone();
    }

    /**
     * {@return a_i − b_i, of the first side less that of the second; 0 where both are infinite}
     *
     * <p>Rounded to multiples of a power of two near 2⁻⁴⁰ of the median of all |a_i| and |b_i|, because 96.2 − 95.9 and 95.9 − 95.6 are the
     * same difference, and only rounding noise would rank one before the other.
     */
    public double[] differences() {
        double grid = Math.scalb(1.0, Math.getExponent(usualSize()) - BITS_OF_A_DIFFERENCE);
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] == second[i] ? 0 : rounded(first[i] - second[i], grid))
                .toArray();
    }

    private double usualSize() {
        double[] sizes = IntStream.range(0, 2 * first.length)
                .mapToDouble(i -> Math.abs(i < first.length ? first[i] : second[i - first.length]))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** To a multiple of the grid, unless the grid is so fine that counting its steps has no sense. */
    private static double rounded(double difference, double grid) {
        double steps = difference / grid;
        return Math.abs(steps) < 1L << 52 ? Math.rint(steps) * grid + 0.0 : difference;
    }

    /** {@return by how much the first is better than the second: a_i − b_i, or b_i − a_i if lower is better} */
    public double[] advantages() {
        double sign = question.lowerIsBetter() ? -1 : 1;
        return Arrays.stream(differences()).map(d -> sign * d + 0.0).toArray();
    }

    /**
     * {@return the question which runs failed: 1 for a number that is infinite, else 0}
     *
     * <p>Its {@linkplain SignedRankTest signed-rank test} is McNemar's exact test (1947,
     * <a href="https://doi.org/10.1007/BF02295996">doi 10.1007/BF02295996</a>): only pairs of which one run failed count, each of them the
     * same.
     *
     * @param name what is asked, such as {@code diverged runs}
     */
    public Pairs failures(String name) {
        return new Pairs(new Question(name, "runs", true, "more reliable"), failed(first), failed(second));
    }

    private static double[] failed(double[] values) {
        return Arrays.stream(values).map(x -> Double.isInfinite(x) ? 1 : 0).toArray();
    }
}
