package org.gradus.nn.norm;

import java.util.stream.IntStream;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.axes.ProductSum;
import org.gradus.tensor.axes.ScaleBy;
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
                    "groupNorm: the input has shape %s; it needs (batch, channels, …) with channels divisible by %s groups"
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
        Tensor meanSquare =
                Tensor.apply(new ProductSum(kept), x, x).div(x.shape().size(-1));
        return Tensor.apply(
                new ScaleBy(), x, Tensor.scalar(1).div(meanSquare.add(epsilon).sqrt()));
    }

    /**
     * {@return g · v / ‖v‖: weights with their lengths apart from their directions}
     *
     * @param v the directions
     * @param g the lengths, of v's shape with these axes reduced to 1
     * @param axes the axes of v over which its norm is taken
     * @throws IllegalArgumentException if the lengths have another shape
     */
    public static Tensor weight(Tensor v, Tensor g, int... axes) {
        Shape kept = v.shape().reduced(axes);
        if (!g.shape().equals(kept)) {
            throw new IllegalArgumentException(
                    "weightNorm: directions %s have lengths of shape %s, but the lengths given have shape %s; reshape those to %s"
                            .formatted(v.shape(), kept, g.shape(), kept));
        }
        return Tensor.apply(new ScaleBy(), v, g.div(Reductions.norm(v, axes).reshape(kept)));
    }

    /** Returns an ε that may be added to a variance; refuses others. */
    static double checkEpsilon(String layer, double epsilon) {
        if (!(epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s: epsilon must be a finite number, at least 0, found %s".formatted(layer, epsilon));
        }
        return epsilon;
    }

    /** The shape of one number per channel that broadcasts to (batch, channels, …); refuses inputs with other channels. */
    static Shape perChannel(String layer, Shape x, int channels) {
        if (x.rank() < 2 || x.size(1) != channels) {
            throw new IllegalArgumentException(
                    "%s: the input has shape %s, but the layer has %s channels; it needs (batch, %s, …)"
                            .formatted(layer, x, channels, channels));
        }
        if (x.rank() == 2) {
            return Shape.of(channels); // that of the learned w and b, which need not be reshaped then
        }
        int[] allButChannels =
                IntStream.range(0, x.rank()).filter(axis -> axis != 1).toArray();
        return x.reduced(allButChannels);
    }
}
