package org.gradus.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.tensor.Parameter;
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
        return numbered(Layer::parameters);
    }

    @Override
    public Map<String, Buffer> buffers() {
        return numbered(Layer::buffers);
    }

    private <T> Map<String, T> numbered(Function<Layer, Map<String, T>> part) {
        Map<String, T> named = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            String prefix = i + ".";
            part.apply(layers.get(i)).forEach((name, value) -> named.put(prefix + name, value));
        }
        return Collections.unmodifiableMap(named);
    }
}
