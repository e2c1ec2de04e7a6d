package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = 1 / (1 + e⁻ˣ), element by element, with ∂y/∂x = y(1 − y).
 *
 * <p>y is 0 at −∞ and 1 at ∞.
 */
public record Sigmoid() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Exponential.sigmoid(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor gyy = gy.mul(y);
        return gyy.sub(gyy.mul(y));
    }
}
