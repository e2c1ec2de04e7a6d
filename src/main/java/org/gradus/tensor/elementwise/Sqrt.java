package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = √x, element by element, with ∂y/∂x = 1/(2y).
 *
 * <p>The derivative at 0 is ∞; NaN for x &lt; 0.
 */
public record Sqrt() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sqrt(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.div(y.mul(2));
    }
}
