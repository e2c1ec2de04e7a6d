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
 * normalization. ε = 10⁻⁵.
 *
 * <p>Wu and He 2018, <a href="https://arxiv.org/abs/1803.08494">arXiv 1803.08494</a>.
 */
public final class GroupNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final int groups;
    private final ScaleShift scaleShift;

    /**
     * A layer for the given number of channels.
     *
     * @param groups how many groups
     * @param channels the size of axis 1, a multiple of the groups
     * @throws IllegalArgumentException if the groups do not divide the channels
     */
    public GroupNorm(int groups, int channels) {
        if (groups < 1 || channels < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    "groupNorm: %d groups do not divide %d channels; the channels must be a multiple of the groups"
                            .formatted(groups, channels));
        }
        this.groups = groups;
        this.scaleShift = new ScaleShift(Shape.of(channels));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Shape perChannel = Normalization.perChannel(
                "groupNorm", x.shape(), scaleShift.shape().size());
        return scaleShift.apply(Normalization.groups(x, groups, EPSILON), perChannel);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return scaleShift.parameters();
    }
}
