package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/** y = a, −a or 0 where b is positive, negative or 0: the derivative of {@link Abs} at b, applied to a. NaN where b is; no derivative by b. */
public record Signed() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = b[i] > 0 ? a[i] : b[i] < 0 ? -a[i] : b[i] == 0 ? 0 : Double.NaN;
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(this, gy, x[1]) : null;
    }
}
