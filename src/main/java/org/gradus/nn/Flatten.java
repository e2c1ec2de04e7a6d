package org.gradus.nn;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Each example as one row: (batch, …) becomes (batch, product of the other sizes). */
public record Flatten() implements Layer {
    @Override
    public Tensor forward(Tensor x, Mode mode) {
        if (x.shape().rank() == 0) {
            throw new IllegalArgumentException("flatten: a scalar has no batch; the input needs shape (batch, …)");
        }
        return x.reshape(Shape.of(x.shape().size(0), x.shape().without(0).size()));
    }

    /** The name. */
    @Override
    public String toString() {
        return "Flatten";
    }
}
