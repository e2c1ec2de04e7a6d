package org.gradus.experiment.statistics;

/**
 * A confidence interval.
 *
 * @param lower its lower end; may be −∞
 * @param upper its upper end; may be ∞
 * @param level the share of such intervals that hold the true value, such as 0.95
 */
public record Interval(double lower, double upper, double level) {
    /**
     * An interval.
     *
     * @throws IllegalArgumentException if the ends are not in order or NaN, or the level does not lie between 0 and 1
     */
    public Interval {
        checkLevel(level);
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("interval: expected its ends in order, found " + lower + " and " + upper
                    + "; give the lower one first");
        }
    }

    static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "interval: expected a level between 0 and 1, found " + level + "; 0.95 is usual");
        }
    }

    /**
     * {@return whether a value lies within, the ends included}
     *
     * @param value the value
     */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /**
     * {@return the interval of a probability, (k + z²/2 ± z√(k(n − k)/n + z²/4)) / (n + z²), with z = z_(1+level)/2}
     *
     * <p>All p for which k lies within z standard deviations of n·p (Wilson 1927,
     * <a href="https://doi.org/10.1080/01621459.1927.10502953">doi 10.1080/01621459.1927.10502953</a>). It never shrinks to a point, as the
     * bootstrap does where all pairs are won, lies within [0, 1], and needs no random numbers. Its coverage is close to the level on
     * average over p, and may be a few points less at some p.
     *
     * @param successes k, how often it happened; ties count half, so need not be whole
     * @param trials n, at least 1
     * @param level the level
     * @throws IllegalArgumentException if k does not lie between 0 and n, n is less than 1, or the level is not between 0 and 1
     */
    public static Interval ofShare(double successes, int trials, double level) {
        checkLevel(level);
        if (!(trials >= 1 && successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException("interval of a share: expected 0 to n of n trials, found " + successes
                    + " of " + trials + "; count again");
        }
        double z = StandardNormal.quantile((1 + level) / 2);
        double center = successes + z * z / 2;
        double spread = z * Math.sqrt(successes * (trials - successes) / trials + z * z / 4);
        double size = trials + z * z;
        // at k = 0 and k = n an end is 0 or 1 exactly, which rounding would miss
        double lower = successes == 0 ? 0 : (center - spread) / size;
        double upper = successes == trials ? 1 : (center + spread) / size;
        return new Interval(lower, upper, level);
    }
}
