package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/**
 * y = −1, 0 or 1 where x is negative, zero or positive; NaN stays NaN. Constant between its jumps, so it passes no gradient.
 */
public record Sign() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.signum(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return null;
    }
}
