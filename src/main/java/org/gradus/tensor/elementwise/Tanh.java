package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = tanh x, element by element, with ∂y/∂x = 1 − y².
 */
public record Tanh() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Exponential.tanh(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new TanhSlope(), gy, y);
    }
}
