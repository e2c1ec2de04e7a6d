package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/**
 * y = a where the condition is not 0, else b (NaN is not 0). The adjoint goes to the number that was taken; the other one gets 0, and the
 * condition nothing.
 */
public record Where() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] condition = x[0];
        double[] a = x[1];
        double[] b = x[2];
        for (int i = 0; i < y.length; i++) {
            y[i] = condition[i] != 0 ? a[i] : b[i];
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor zeros = Tensor.full(gy.shape(), 0);
        return switch (i) {
            case 0 -> null;
            case 1 -> Tensor.apply(this, x[0], gy, zeros);
            default -> Tensor.apply(this, x[0], zeros, gy);
        };
    }
}
