package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/** y = max(a, b), element by element: the larger one gets the adjoint, and of two equal ones each gets half. NaN wins over numbers. */
public record Maximum() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(a[i], b[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor larger = Tensor.apply(new Greater(), x[i], x[1 - i]);
        Tensor equal = Tensor.apply(new Equal(), x[0], x[1]);
        Tensor zeros = Tensor.full(gy.shape(), 0);
        return Tensor.apply(new Where(), larger, gy, Tensor.apply(new Where(), equal, gy.mul(0.5), zeros));
    }
}
