package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = sin x, element by element, with ∂y/∂x = cos x. NaN at ±∞.
 */
public record Sin() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = FastMath.sin(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(Tensor.apply(new Cos(), x[0]));
    }
}
