package org.gradus.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * Layers one after the other. Parameters and buffers are named by the layer's number and their own name, as in {@code 0.weight}.
 *
 * @param layers the layers, first to last
 */
public record Sequential(List<Layer> layers) implements Layer {
    /** Keeps a copy of the list, which nobody can change. */
    public Sequential {
        layers = List.copyOf(layers);
    }

    /**
     * {@return the layers one after the other}
     *
     * @param layers the layers, first to last
     */
    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    /**
     * {@return these layers with another last one: a new head for fine-tuning}
     *
     * @param head the new last layer
     * @throws IllegalStateException if there are no layers
     */
    public Sequential withHead(Layer head) {
        if (layers.isEmpty()) {
            throw new IllegalStateException("sequential: there is no head to replace; it has no layers");
        }
        List<Layer> changed = new ArrayList<>(layers);
        changed.set(layers.size() - 1, head);
        return new Sequential(changed);
    }

    /**
     * {@return these layers with the first ones frozen: the body of a network whose head is to be fine-tuned}
     *
     * @param count how many of the first layers to freeze
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public Sequential withFrozen(int count) {
        Objects.checkFromToIndex(0, count, layers.size());
        return new Sequential(IntStream.range(0, layers.size())
                .mapToObj(i -> i < count ? new Frozen(layers.get(i)) : layers.get(i))
                .toList());
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = x;
        for (Layer layer : layers) {
            y = layer.forward(y, mode);
        }
        return y;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Named.numbered(layers, Layer::parameters);
    }

    @Override
    public Map<String, Parameter> trainable() {
        return Named.numbered(layers, Layer::trainable);
    }

    @Override
    public Map<String, Buffer> buffers() {
        return Named.numbered(layers, Layer::buffers);
    }

    @Override
    public Map<String, RandomStream> streams() {
        return Named.numbered(layers, Layer::streams);
    }

    @Override
    public Map<String, Parameter> transposedInPyTorch() {
        return Named.numbered(layers, Layer::transposedInPyTorch);
    }

    /** How many numbers it learns, and a line for each layer. */
    @Override
    public String toString() {
        return LayerText.lines(this);
    }
}
