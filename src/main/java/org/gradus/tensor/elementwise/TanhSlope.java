package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** y = a (1 − b²), element by element: a times the slope of the {@link Tanh} whose output is b; ∂y/∂a = 1 − b² and ∂y/∂b = −2ab. */
public record TanhSlope() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] * (1 - b[i] * b[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(this, gy, x[1]) : gy.mul(x[0]).mul(x[1]).mul(-2);
    }
}
