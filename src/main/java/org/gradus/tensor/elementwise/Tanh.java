package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = tanh x, element by element, with ∂y/∂x = 1 − y².
 */
public record Tanh() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Exponential.tanh(x[0], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new TanhSlope(), gy, y);
    }
}
