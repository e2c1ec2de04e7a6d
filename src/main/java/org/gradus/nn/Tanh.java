package org.gradus.nn;

import org.gradus.tensor.Activations;
import org.gradus.tensor.Tensor;

/** y = tanh x, element by element; any shape. */
public record Tanh() implements Layer {
    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return Activations.tanh(x);
    }
}
