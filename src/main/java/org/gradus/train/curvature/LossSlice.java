package org.gradus.train.curvature;

import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.catalog.Domain;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.Evaluation;

/**
 * A plane cut through the loss around a model: L(θ + x d + y e) for two random directions d and e that are filter-normalized, each filter of
 * theirs as long as the model's own: d_j ← d_j ‖w_j‖ / ‖d_j‖. So slices of differently scaled networks may be compared.
 *
 * <p>A filter is what leads to one output, a column of a layer's (in, out) matrix. Biases, the scales and shifts of normalization, all
 * parameters with fewer than two axes, and frozen parameters stay where they are. Running statistics are
 * {@linkplain org.gradus.nn.StatisticsRefresh recomputed} from the training data at each point, and {@code statistics} says so.
 *
 * <p>Li et al. 2018, Visualizing the loss landscape of neural nets, <a href="https://arxiv.org/abs/1712.09913">arXiv 1712.09913</a>.
 *
 * @param steps the places along both directions
 * @param training the training loss, row by row: element (i, j) at x = step j, y = step i
 * @param other the loss on the other data, likewise
 * @param statistics what was done to running statistics, in words for a caption
 */
public record LossSlice(List<Double> steps, Tensor training, Tensor other, String statistics) {
    /** Keeps a copy of the list, which nobody can change. */
    public LossSlice {
        steps = List.copyOf(steps);
    }

    /**
     * {@return the losses on a square grid around a model}
     *
     * @param model the model; it is afterwards as it was, also when an exception ends this
     * @param training what it was trained on: judged, and the source of running statistics
     * @param other what else it is judged by, such as the test data
     * @param random whose seed decides the two directions, however much has been drawn from it
     * @param steps the places along both directions; 1 is as far as the weights are long
     * @throws IllegalArgumentException if a place is NaN or infinite
     */
    public static LossSlice around(Layer model, Dataset training, Dataset other, RandomStream random, double... steps) {
        Domain domain = Domain.of("loss slice");
        for (double step : steps) {
            domain.require(Double.isFinite(step), "a step", step, "a finite number");
        }
        Elsewhere elsewhere = new Elsewhere(model, training);
        Tensor center = elsewhere.here();
        Tensor d = FilterNormalized.direction(model, random.split("x"));
        Tensor e = FilterNormalized.direction(model, random.split("y"));
        Shape grid = Shape.of(steps.length, steps.length);
        double[] losses = new double[grid.size()];
        double[] otherLosses = new double[grid.size()];
        for (int i = 0; i < losses.length; i++) {
            Tensor point = center.add(d.mul(steps[i % steps.length])).add(e.mul(steps[i / steps.length]));
            double[] both = elsewhere.at(point, () -> new double[] {
                Evaluation.of(model, training).loss(),
                Evaluation.of(model, other).loss()
            });
            losses[i] = both[0];
            otherLosses[i] = both[1];
        }
        return new LossSlice(
                DoubleStream.of(steps).boxed().toList(),
                Tensor.of(grid, losses),
                Tensor.of(grid, otherLosses),
                elsewhere.statistics());
    }
}
