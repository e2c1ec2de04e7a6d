package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** y = a · b, element by element: each input receives the adjoint times the other one. */
public record Mul() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] * b[i];
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(x[1 - i]);
    }
}
