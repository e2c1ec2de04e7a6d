package org.gradus.nn;

import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * A layer that keeps what it has learned, for fine-tuning what comes behind it: it always works in evaluation mode, so its running statistics
 * stay, and none of its parameters is {@linkplain #trainable() trainable}. They are saved with the model all the same, and gradients flow
 * through to what comes before it. If that is a constant, as the features are, the output is one too: nothing is recorded or differentiated.
 *
 * @param layer the layer to freeze
 */
public record Frozen(Layer layer) implements Layer {
    @Override
    public Tensor forward(Tensor x, Mode mode) {
        Tensor y = layer.forward(x, Mode.EVALUATION);
        boolean constant = x == x.detach();
        return constant ? y.detach() : y;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return layer.parameters();
    }

    @Override
    public Map<String, Parameter> trainable() {
        return Map.of();
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

    /** What is frozen, as in {@code Frozen(Linear(64 → 32))}. */
    @Override
    public String toString() {
        return "Frozen(" + LayerText.of(layer) + ")";
    }
}
