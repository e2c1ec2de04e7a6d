package org.gradus.nn;

import java.util.Map;
import org.gradus.nn.init.Initializer;
import org.gradus.nn.init.Initializers;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.linear.Affine;

/**
 * A fully connected layer: y = x W + b.
 *
 * <p>Input (batch, in), output (batch, out); weight (in, out), bias (out). PyTorch stores the weight as (out, in), the transpose of ours.
 */
public final class Linear implements Layer {
    private final Parameter weight;
    private final Parameter bias;

    /**
     * A layer with normally distributed He weights, right for a ReLU behind it, and bias 0.
     *
     * @param in the number of inputs, at least 1
     * @param out the number of outputs, at least 1
     * @param random where the weights come from
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Linear(int in, int out, RandomStream random) {
        this(in, out, Initializers.heNormal(), random);
    }

    /**
     * A layer with weights from the given initializer and bias 0.
     *
     * @param in the number of inputs, at least 1
     * @param out the number of outputs, at least 1
     * @param initializer how the weights are drawn
     * @param random where the weights come from
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Linear(int in, int out, Initializer initializer, RandomStream random) {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException(
                    "linear: needs at least 1 input and 1 output, found %d and %d".formatted(in, out));
        }
        this.weight = new Parameter("weight", initializer.weights(in, out, random));
        this.bias = new Parameter("bias", Tensor.full(Shape.of(out), 0));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return Tensor.apply(new Affine(), x, weight.value(), bias.value());
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Named.of("weight", weight, "bias", bias);
    }
}
