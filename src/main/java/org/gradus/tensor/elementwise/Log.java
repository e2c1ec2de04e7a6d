package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = ln x, element by element, with ∂y/∂x = 1/x.
 *
 * <p>ln 0 = −∞ with derivative ∞ (−∞ at −0.0); NaN for x &lt; 0, where the derivative is 1/x all the same.
 */
public record Log() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Logarithm.log(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.div(x[0]);
    }
}
