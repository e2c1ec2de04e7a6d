package org.gradus.experiment.duel;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.train.EpochMetrics;

/**
 * What counts as having learned: an accuracy, or a loss, on the validation data.
 *
 * @param isAccuracy whether it is an accuracy
 * @param value the least accuracy, a share, or the greatest loss
 */
public record Target(boolean isAccuracy, double value) {
    private static final int PERCENT = 100;
    private static final double ALMOST = 0.99;
    private static final double MORE = 1.1;

    /**
     * A target.
     *
     * @throws IllegalArgumentException if an accuracy does not lie between 0 and 1, or a loss is not a number
     */
    public Target {
        if (isAccuracy ? !(value > 0 && value <= 1) : !Double.isFinite(value)) {
            throw new IllegalArgumentException("target: expected %s, found %s"
                    .formatted(
                            isAccuracy ? "an accuracy, more than 0 and at most 1, such as 0.95" : "a loss, such as 0.2",
                            value));
        }
    }

    /** A little less than an accuracy, in whole percent. */
    static Target below(double accuracy) {
        return new Target(true, Math.max(1, Math.floor(PERCENT * ALMOST * accuracy)) / PERCENT);
    }

    /** A little more than a loss, in two digits. */
    static Target above(double loss) {
        return new Target(false, Double.parseDouble(RoundedDecimal.text(MORE * loss, 2)));
    }

    /**
     * {@return after how many steps a run came to the target; ∞ if never}
     *
     * <p>A run is measured after whole epochs. Between the last epoch below the target and the first that reaches it, what was measured is taken
     * to have moved evenly with the steps.
     *
     * @param epochs what was measured
     * @param steps how many steps so many epochs have
     */
    double steps(List<EpochMetrics> epochs, IntToLongFunction steps) {
        for (int i = 0; i < epochs.size(); i++) {
            double there = missing(epochs.get(i));
            double at = steps.applyAsLong(epochs.get(i).epoch());
            if (there <= 0) {
                double before = i == 0 ? Double.POSITIVE_INFINITY : missing(epochs.get(i - 1));
                if (!Double.isFinite(before)) {
                    return at;
                }
                double from = steps.applyAsLong(epochs.get(i - 1).epoch());
                return from + (at - from) * before / (before - there);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** How far it is from the target; 0 or less if it has reached it. NaN, of a loss that is none, never has. */
    private double missing(EpochMetrics epoch) {
        return isAccuracy
                ? value - epoch.validation().accuracy()
                : epoch.validation().loss() - value;
    }

    /** The target in words, as in {@code 95 %} and {@code a loss of 0.2}. */
    @Override
    public String toString() {
        return isAccuracy
                ? RoundedDecimal.text(PERCENT * value, 3) + " %"
                : "a loss of " + RoundedDecimal.text(value, 3);
    }
}
