package org.gradus.lecture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.Series;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;

/** Lines of medians with the quartiles as a band around them. */
public final class Bands {
    private Bands() {}

    /**
     * {@return the line}
     *
     * @param name its name
     * @param x the places on the horizontal axis
     * @param y the quartiles, as many
     */
    public static Series of(String name, double[] x, List<Quartiles> y) {
        return Series.of(name, x, numbers(y, Quartiles::median))
                .withBand(numbers(y, Quartiles::lower), numbers(y, Quartiles::upper));
    }

    /**
     * {@return the line of a measure by epoch, over runs of several seeds}
     *
     * @param name its name
     * @param group the runs
     * @param measure what to take of each run's epoch
     */
    public static Series byEpoch(String name, RunGroup group, ToDoubleFunction<EpochMetrics> measure) {
        double[] epochs = group.epochs().stream().mapToDouble(epoch -> epoch).toArray();
        return of(name, epochs, group.byEpoch(measure));
    }

    private static double[] numbers(List<Quartiles> quartiles, ToDoubleFunction<Quartiles> number) {
        return quartiles.stream().mapToDouble(number).toArray();
    }
}
