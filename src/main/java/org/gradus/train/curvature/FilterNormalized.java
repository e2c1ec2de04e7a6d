package org.gradus.train.curvature;

import java.util.Collection;
import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Random directions among a model's weights, as long in each filter as the filter itself, so that a step of 1 means the same to large and to
 * small weights: d_j ← d_j ‖w_j‖ / ‖d_j‖.
 *
 * <p>A filter w_j is what leads to one output: a column of a layer's (in, out) matrix, all numbers of a parameter with the same last index. In
 * parameters with one axis, biases and the scales and shifts of normalization, the direction is 0, and so it is in frozen ones.
 *
 * <p>Li et al. 2018, Visualizing the loss landscape of neural nets, <a href="https://arxiv.org/abs/1712.09913">arXiv 1712.09913</a>, section 4.
 * The authors' code ignores biases and normalization, too, if asked to. A layer normalization over several axes has scales and shifts with
 * several axes, which we take for weights.
 */
final class FilterNormalized {
    private FilterNormalized() {}

    /** A direction, as one vector over all parameters. */
    static Tensor direction(Layer model, RandomStream random) {
        Map<String, Parameter> parameters = Objective.each(model.parameters());
        Collection<Parameter> trainable = model.trainable().values();
        int size = parameters.values().stream()
                .mapToInt(parameter -> parameter.shape().size())
                .sum();
        double[] direction = new double[size];
        int offset = 0;
        for (Parameter parameter : parameters.values()) {
            Shape shape = parameter.shape();
            if (shape.rank() >= 2 && trainable.contains(parameter)) {
                double[] d = normalized(random.gaussian(shape, 1), parameter.value(), shape.size(-1));
                System.arraycopy(d, 0, direction, offset, d.length);
            }
            offset += shape.size();
        }
        return Tensor.of(Shape.of(size), direction);
    }

    private static double[] normalized(Tensor direction, Tensor weight, int filters) {
        double[] d = direction.toArray();
        double[] w = weight.toArray();
        for (int j = 0; j < filters; j++) {
            double length = length(d, j, filters);
            double factor = length == 0 ? 0 : length(w, j, filters) / length;
            for (int i = j; i < d.length; i += filters) {
                d[i] *= factor;
            }
        }
        return d;
    }

    private static double length(double[] numbers, int start, int step) {
        double squares = 0;
        for (int i = start; i < numbers.length; i += step) {
            squares = Math.fma(numbers[i], numbers[i], squares);
        }
        return Math.sqrt(squares);
    }
}
