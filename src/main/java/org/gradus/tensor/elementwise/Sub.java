package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** y = a − b, element by element: b receives the adjoint with its sign changed. */
public record Sub() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] - b[i];
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? gy : gy.neg();
    }
}
