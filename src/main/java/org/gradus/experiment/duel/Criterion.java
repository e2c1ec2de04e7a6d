package org.gradus.experiment.duel;

import java.util.Comparator;
import org.gradus.train.EpochMetrics;

/**
 * By what tuning chooses, on the validation data after the last epoch: by the accuracy where there are labels, the loss deciding between equals, and
 * else by the loss.
 *
 * @param byAccuracy whether there are labels
 */
record Criterion(boolean byAccuracy) {
    double of(Trial trial) {
        return byAccuracy ? trial.mean(epoch -> epoch.validation().accuracy(), Double.NEGATIVE_INFINITY) : loss(trial);
    }

    /** What one run reached. */
    double of(EpochMetrics last) {
        return byAccuracy ? last.validation().accuracy() : last.validation().loss();
    }

    private static double loss(Trial trial) {
        return trial.mean(epoch -> epoch.validation().loss(), Double.POSITIVE_INFINITY);
    }

    boolean lowerIsBetter() {
        return !byAccuracy;
    }

    /** The best first. */
    Comparator<Trial> order() {
        Comparator<Trial> byLoss = Comparator.comparingDouble(Criterion::loss);
        return byAccuracy
                ? Comparator.<Trial>comparingDouble(trial -> -of(trial)).thenComparing(byLoss)
                : byLoss;
    }
}
