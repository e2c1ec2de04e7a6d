package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = ln(1 + x), element by element, accurate for x near 0, with ∂y/∂x = 1/(1 + x).
 *
 * <p>−∞ at −1 with derivative ∞; NaN for x &lt; −1.
 */
public record Log1p() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = FastMath.log1p(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.div(x[0].add(1));
    }
}
