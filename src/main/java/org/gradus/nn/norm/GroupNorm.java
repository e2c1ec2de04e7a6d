package org.gradus.nn.norm;

import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Group normalization: the channels of each example are divided into groups, and each group is standardized over its channels and all axes
 * behind them; then y = x̂ · w + b per channel.
 *
 * <p>Input and output (batch, channels, …). One group is layer normalization over all of an example, as many groups as channels is instance
 * normalization. ε = 10⁻⁵ unless another is asked for.
 *
 * <p>Wu and He 2018, <a href="https://arxiv.org/abs/1803.08494">arXiv 1803.08494</a>.
 */
public final class GroupNorm implements Layer {
    private final int groups;
    private final ScaleShift scaleShift;
    private final double epsilon;

    private GroupNorm(int groups, ScaleShift scaleShift, double epsilon) {
        this.groups = groups;
        this.scaleShift = scaleShift;
        this.epsilon = Normalization.checkEpsilon("groupNorm", epsilon);
    }

    /**
     * A layer for the given number of channels.
     *
     * @param groups how many groups
     * @param channels the size of axis 1, a multiple of the groups
     * @throws IllegalArgumentException if the groups do not divide the channels
     */
    public GroupNorm(int groups, int channels) {
        this(groups, ScaleShift.of(checked(groups, channels)), 1e-5);
    }

    private static Shape checked(int groups, int channels) {
        if (groups < 1 || channels < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    "groupNorm: %s groups do not divide %s channels; the channels must be a multiple of the groups"
                            .formatted(groups, channels));
        }
        return Shape.of(channels);
    }

    /**
     * {@return a new layer like this one as it was made, with another ε}
     *
     * @param newEpsilon added to the variance, a finite number, at least 0
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public GroupNorm withEpsilon(double newEpsilon) {
        return new GroupNorm(groups, scaleShift.again(), newEpsilon);
    }

    /** {@return a new layer like this one as it was made, that learns nothing: without w and b} */
    public GroupNorm withoutWeightAndBias() {
        return new GroupNorm(groups, ScaleShift.none(scaleShift.shape()), epsilon);
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Shape perChannel = scaleShift.perChannel("groupNorm", x);
        return scaleShift.apply(Normalization.groups(x, groups, epsilon), perChannel);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return scaleShift.parameters();
    }

    /** The layer, its groups and its channels, as in {@code GroupNorm(4, 64)}. */
    @Override
    public String toString() {
        return "GroupNorm(" + groups + ", " + scaleShift.shape().size() + ")";
    }
}
