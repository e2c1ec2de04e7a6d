package org.gradus.nn.norm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Mode;
import org.gradus.nn.init.Initializer;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.linear.Affine;

/**
 * A fully connected layer whose weights are learned as directions v and lengths g: y = x W + b with column j of W = g_j v_j / ‖v_j‖.
 *
 * <p>Input (batch, in), output (batch, out); v (in, out), g and b (out). It starts as the layer whose weight is v: g = ‖v‖.
 *
 * <p>Salimans and Kingma 2016, <a href="https://arxiv.org/abs/1602.07868">arXiv 1602.07868</a>. PyTorch's {@code weight_norm} does the same
 * to the rows of its transposed weight.
 */
public final class WeightNorm implements Layer {
    private final Parameter direction;
    private final Parameter length;
    private final Parameter bias;

    /**
     * A layer that starts as a linear layer with the given weights.
     *
     * @param in the number of inputs, at least 1
     * @param out the number of outputs, at least 1
     * @param initializer how the weights are drawn
     * @param random where the weights come from
     * @throws IllegalArgumentException if a number is less than 1
     */
    public WeightNorm(int in, int out, Initializer initializer, RandomStream random) {
        Linear linear = new Linear(in, out, initializer, random);
        this.bias = linear.parameters().get("bias");
        Tensor weight = linear.parameters().get("weight").value();
        this.direction = new Parameter("direction", weight);
        this.length = new Parameter("length", Reductions.norm(weight, 0));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor weight = Normalization.weight(
                direction.value(),
                length.value().reshape(Shape.of(1, length.shape().size())),
                0);
        return Tensor.apply(new Affine(), x, weight, bias.value());
    }

    @Override
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("direction", direction);
        parameters.put("length", length);
        parameters.put("bias", bias);
        return Collections.unmodifiableMap(parameters);
    }

    /** The layer with its inputs and outputs, as in {@code WeightNorm(64, 10)}. */
    @Override
    public String toString() {
        return "WeightNorm(" + direction.shape().size(0) + ", "
                + direction.shape().size(1) + ")";
    }
}
