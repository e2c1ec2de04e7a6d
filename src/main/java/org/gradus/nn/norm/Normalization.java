package org.gradus.nn.norm;

import java.util.stream.IntStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.Standardize;

/** The formulas behind the normalization layers, without anything learned. */
public final class Normalization {
    private Normalization() {}

    /**
     * {@return (x − μ) / √(σ² + ε) with the mean μ and the biased variance σ² over some axes}
     *
     * @param x a tensor
     * @param epsilon added to the variance, at least 0
     * @param axes the axes the statistics are taken over; none means all of them; negative counts from the end
     */
    public static Tensor standardize(Tensor x, double epsilon, int... axes) {
        return Tensor.apply(new Standardize(x.shape().reduced(axes), epsilon), x);
    }

    /**
     * {@return standardized groups of channels: over the channels of a group and all axes behind them, for each example by itself}
     *
     * @param x a tensor of shape (batch, channels, …)
     * @param groups into how many groups of equal size to divide the channels
     * @param epsilon added to the variance, at least 0
     * @throws IllegalArgumentException if the groups do not divide the channels
     */
    public static Tensor groups(Tensor x, int groups, double epsilon) {
        if (x.shape().rank() < 2 || groups < 1 || x.shape().size(1) % groups != 0) {
            throw new IllegalArgumentException(
                    "groupNorm: the input has shape %s; it needs (batch, channels, …) with channels divisible by %d groups"
                            .formatted(x.shape(), groups));
        }
        int batch = x.shape().size(0);
        int inGroup = batch == 0 ? 0 : x.shape().size() / batch / groups;
        Tensor grouped = x.reshape(Shape.of(batch, groups, inGroup));
        return standardize(grouped, epsilon, 2).reshape(x.shape());
    }

    /**
     * {@return x / √(mean of x² + ε) over the last axis}
     *
     * @param x a tensor
     * @param epsilon added to the mean square, at least 0
     */
    public static Tensor rootMeanSquare(Tensor x, double epsilon) {
        Shape kept = x.shape().reduced(-1);
        Tensor meanSquare = x.mul(x).sumTo(kept).div(x.shape().size(-1));
        return x.div(meanSquare.add(epsilon).sqrt());
    }

    /**
     * {@return g · v / ‖v‖: weights with their lengths apart from their directions}
     *
     * @param v the directions
     * @param g the lengths, of a shape that broadcasts to v's
     * @param axes the axes of v over which its norm is taken
     */
    public static Tensor weight(Tensor v, Tensor g, int... axes) {
        Tensor length = Reductions.norm(v, axes).reshape(v.shape().reduced(axes));
        return v.mul(g.div(length));
    }

    /** The shape of one number per channel that broadcasts to (batch, channels, …); refuses inputs with other channels. */
    static Shape perChannel(String layer, Shape x, int channels) {
        if (x.rank() < 2 || x.size(1) != channels) {
            throw new IllegalArgumentException(
                    "%s: the input has shape %s, but the layer has %d channels; it needs (batch, %d, …)"
                            .formatted(layer, x, channels, channels));
        }
        int[] allButChannels =
                IntStream.range(0, x.rank()).filter(axis -> axis != 1).toArray();
        return x.reduced(allButChannels);
    }
}
