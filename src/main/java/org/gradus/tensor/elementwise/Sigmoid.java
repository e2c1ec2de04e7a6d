package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = 1 / (1 + e⁻ˣ), element by element, with ∂y/∂x = y(1 − y).
 *
 * <p>Only e to a power ≤ 0 is ever computed, so it cannot overflow: y is 0 at −∞ and 1 at ∞.
 */
public record Sigmoid() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            double e = FastMath.exp(-Math.abs(a[i]));
            y[i] = (a[i] < 0 ? e : 1) / (1 + e);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor gyy = gy.mul(y);
        return gyy.sub(gyy.mul(y));
    }
}
