package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = a to the power b, element by element, with ∂y/∂a = b aᵇ⁻¹, which is 0 for b = 0, and ∂y/∂b = y ln a, which is taken as 0 at a = 0.
 *
 * <p>a⁰ is 1 for every a; NaN where a negative a meets a fractional b. The derivative by b is NaN for negative a. {@link Powers}
 * says what derivatives of every order are at a = 0, where PyTorch's are NaN from the second order on.
 */
public record Power() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = FastMath.pow(a[i], b[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(i == 0 ? new PowerSlope(1, 0) : new PowerSlope(0, 1), gy, x[0], x[1]);
    }
}
