package org.gradus.tensor.elementwise;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = erf x = 2/√π ∫₀ˣ e^(−t²) dt, element by element, with ∂y/∂x = 2/√π e^(−x²).
 *
 * <p>±1 at ±∞, where all derivatives are 0; computed by Commons Math.
 */
public record Erf() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = org.apache.commons.math3.special.Erf.erf(a[i]);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(Tensor.apply(new Bell(0), x[0])).mul(2 / Math.sqrt(Math.PI));
    }
}
