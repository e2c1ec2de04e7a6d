package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Named;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** The learned y = x̂ · w + b behind a normalization; w starts at 1 and b at 0, so that at first it changes nothing. */
final class ScaleShift {
    private final Parameter weight;
    private final Parameter bias;

    ScaleShift(Shape shape) {
        this.weight = new Parameter("weight", Tensor.full(shape, 1));
        this.bias = new Parameter("bias", Tensor.full(shape, 0));
    }

    Shape shape() {
        return weight.shape();
    }

    /** Applies it with w and b reshaped to a shape that broadcasts to x's. */
    Tensor apply(Tensor x, Shape shape) {
        return x.mul(weight.value().reshape(shape)).add(bias.value().reshape(shape));
    }

    Map<String, Parameter> parameters() {
        return Named.of("weight", weight, "bias", bias);
    }
}
