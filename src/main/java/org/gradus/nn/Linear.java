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
 * <p>Input (…, in), such as (batch, in), and output (…, out); weight (in, out), bias (out). PyTorch stores the weight as (out, in), the transpose
 * of ours.
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
                    "linear: needs at least 1 input and 1 output, found %s and %s".formatted(in, out));
        }
        this.weight = new Parameter("weight", initializer.weights(in, out, random));
        this.bias = new Parameter("bias", Tensor.full(Shape.of(out), 0));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        int in = weight.shape().size(0);
        Shape shape = x.shape();
        if (shape.rank() == 0 || shape.size(-1) != in) {
            throw new IllegalArgumentException(
                    "linear: the input has shape %s, but the layer takes %s numbers at a time; its last axis must be %s"
                            .formatted(shape, in, in));
        }
        Tensor rows = shape.rank() == 2 ? x : x.reshape(Shape.of(shape.size() / in, in));
        Tensor y = Tensor.apply(new Affine(), rows, weight.value(), bias.value());
        return y.reshape(shape.with(-1, bias.shape().size()));
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Named.of("weight", weight, "bias", bias);
    }

    @Override
    public Map<String, Parameter> transposedInPyTorch() {
        return Map.of("weight", weight);
    }

    /** The sizes, as in {@code Linear(64 → 32)}. */
    @Override
    public String toString() {
        return "Linear(%s → %s)"
                .formatted(weight.shape().size(0), weight.shape().size(1));
    }
}
