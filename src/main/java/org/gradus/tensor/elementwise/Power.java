package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.selection.Equal;
import org.gradus.tensor.selection.Where;

/**
 * y = a to the power b, element by element, with ∂y/∂a = b aᵇ⁻¹, which is 0 for b = 0, and ∂y/∂b = y ln a, which is taken as 0 at a = 0.
 *
 * <p>a⁰ is 1 for every a; NaN where a negative a meets a fractional b. The derivative by b is NaN for negative a.
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
        Tensor zeros = Tensor.full(y.shape(), 0);
        Tensor isZero = Tensor.apply(new Equal(), x[1 - i], zeros); // the exponent for ∂y/∂a, the base for ∂y/∂b
        Tensor slope = i == 0
                ? x[1].mul(Tensor.apply(this, x[0], x[1].add(-1)))
                : y.mul(Tensor.apply(new Where(), isZero, zeros.add(1), x[0]).log());
        return Tensor.apply(new Where(), isZero, zeros, gy.mul(slope));
    }
}
