package org.gradus.lecture.warmup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.Probe;
import org.gradus.train.TrainingRun;

/**
 * The gradients of a run's first updates.
 *
 * @param run which run
 * @param sizes of each update the sizes |g| of all elements of the gradient that are not 0
 * @param losses of each update the mini-batch's loss
 */
record FirstGradients(RunSpec run, List<double[]> sizes, List<Double> losses) {
    /**
     * Takes the first updates of a run.
     *
     * @param run the run
     * @param updates how many
     * @param shelf where the data is
     */
    static FirstGradients of(RunSpec run, int updates, DataShelf shelf) {
        List<double[]> sizes = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        Probe probe = inside -> {
            sizes.add(inside.gradients().values().stream()
                    .flatMapToDouble(gradient -> DoubleStream.of(gradient.toArray()))
                    .filter(g -> g != 0)
                    .map(Math::abs)
                    .toArray());
            losses.add(inside.step().loss());
        };
        TrainingRun training = new RunRecipe(run, shelf).training().start(probe);
        for (int t = 1; t <= updates; t++) {
            training.step();
        }
        return new FirstGradients(run, sizes, losses);
    }

    /** {@return the median of |g| at an update, from 1} */
    double median(int update) {
        return Quartiles.of(sizes.get(update - 1)).median();
    }

    /** {@return how many times smaller the median of |g| is at the last update than at the first} */
    double shrinkage() {
        return median(1) / median(sizes.size());
    }

    /** {@return how many times smaller the loss is at the last update than at the first} */
    double progress() {
        return losses.get(0) / losses.get(losses.size() - 1);
    }

    /** {@return the largest distance between the shares of elements up to some size, at an update and at the first: Kolmogorov and Smirnov's} */
    double distance(int update) {
        double[] first = sorted(1);
        double[] now = sorted(update);
        double largest = 0;
        int below = 0;
        for (int i = 0; i < now.length; i++) {
            while (below < first.length && first[below] <= now[i]) {
                below++;
            }
            largest = Math.max(largest, Math.abs((i + 1.0) / now.length - (double) below / first.length));
        }
        return largest;
    }

    private double[] sorted(int update) {
        double[] sorted = sizes.get(update - 1).clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
