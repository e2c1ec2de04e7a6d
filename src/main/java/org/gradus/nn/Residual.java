package org.gradus.nn;

import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * A shortcut around a layer: y = x + f(x). The layer's output must have its input's shape; nothing is broadcast.
 *
 * <p>He, Zhang, Ren and Sun 2016, <a href="https://arxiv.org/abs/1512.03385">arXiv 1512.03385</a>.
 *
 * @param layer the layer f
 */
public record Residual(Layer layer) implements Layer {
    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = layer.forward(x, mode);
        EqualShapes.require("residual", "inputs", x.shape(), "the layer's outputs", y.shape());
        return x.add(y);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return layer.parameters();
    }

    @Override
    public Map<String, Parameter> trainable() {
        return layer.trainable();
    }

    @Override
    public Map<String, Buffer> buffers() {
        return layer.buffers();
    }

    @Override
    public Map<String, RandomStream> streams() {
        return layer.streams();
    }

    @Override
    public Map<String, Parameter> transposedInPyTorch() {
        return layer.transposedInPyTorch();
    }

    /** What the shortcut goes around, as in {@code Residual(Linear(8 → 8))}. */
    @Override
    public String toString() {
        return "Residual(" + LayerText.of(layer) + ")";
    }
}
