package org.gradus.nn;

import org.gradus.tensor.Activations;
import org.gradus.tensor.Tensor;

/** y = max(x, 0), element by element; any shape. */
public record ReLU() implements Layer {
    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return Activations.relu(x);
    }
}
