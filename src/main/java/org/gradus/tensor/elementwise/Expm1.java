package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = eˣ − 1, element by element, accurate for x near 0, with ∂y/∂x = y + 1.
 *
 * <p>Overflows to ∞ above 709.78; −1 at −∞.
 */
public record Expm1() implements Elementwise {
    private static final double LARGE = 700; // from here on the 1 is lost; near 710 Commons Math's expm1 returns −1

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] < LARGE ? FastMath.expm1(a[i]) : FastMath.exp(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(y.add(1));
    }
}
