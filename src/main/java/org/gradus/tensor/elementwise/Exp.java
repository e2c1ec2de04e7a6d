package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = eˣ, element by element, with ∂y/∂x = y.
 *
 * <p>Overflows to ∞ above 709.78; NaN stays NaN.
 */
public record Exp() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Exponential.exp(x[0], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(y);
    }
}
