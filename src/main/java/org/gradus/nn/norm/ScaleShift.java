package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Named;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.Normalize;
import org.gradus.tensor.axes.ScaleAndShift;
import org.gradus.tensor.axes.Standardize;

/**
 * The learned y = x̂ · w + b behind a normalization; w starts at 1 and b at 0, so that at first it changes nothing. Or nothing learned at all.
 *
 * @param shape the shape of w and b
 * @param parameters w and b by name; none if nothing is learned
 */
record ScaleShift(Shape shape, Map<String, Parameter> parameters) {
    static ScaleShift of(Shape shape) {
        Parameter weight = new Parameter("weight", Tensor.full(shape, 1));
        Parameter bias = new Parameter("bias", Tensor.full(shape, 0));
        return new ScaleShift(shape, Named.of("weight", weight, "bias", bias));
    }

    static ScaleShift none(Shape shape) {
        return new ScaleShift(shape, Map.of());
    }

    /** As this one was when it was made: with or without w and b. */
    ScaleShift again() {
        return parameters.isEmpty() ? this : of(shape);
    }

    /** The shape of one number per channel that broadcasts to an input; refuses inputs with other channels than w and b. */
    Shape perChannel(String layer, Tensor x) {
        return Normalization.perChannel(layer, x.shape(), shape.size());
    }

    /** Applies it with w and b reshaped to a shape that broadcasts to x's. */
    Tensor apply(Tensor x, Shape toBroadcast) {
        if (parameters.isEmpty()) {
            return x;
        }
        return Tensor.apply(new ScaleAndShift(), x, value("weight", toBroadcast), value("bias", toBroadcast));
    }

    /** Applies it to x standardized, with one mean and variance for each number of w and b, reshaped to a shape that broadcasts to x's. */
    Tensor standardized(Tensor x, Shape statistics, double epsilon) {
        return parameters.isEmpty()
                ? Tensor.apply(new Standardize(statistics, epsilon), x)
                : Tensor.apply(
                        new Normalize(statistics, epsilon), x, value("weight", statistics), value("bias", statistics));
    }

    private Tensor value(String name, Shape toBroadcast) {
        return parameters.get(name).value().reshape(toBroadcast);
    }
}
