package org.gradus.tensor.elementwise;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = xᵖ for a constant p, element by element, with ∂y/∂x = p xᵖ⁻¹.
 *
 * <p>x⁰ is 1 for every x; NaN where a negative x meets a fractional p; 0 to a negative p is ∞.
 *
 * @param p the exponent
 */
public record Pow(double p) implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = FastMath.pow(a[i], p);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return p == 0 ? null : gy.mul(x[0].pow(p - 1)).mul(p);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("p", p));
    }
}
