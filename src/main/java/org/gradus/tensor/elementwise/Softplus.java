package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = ln(1 + eˣ), element by element: a smooth max(x, 0), with ∂y/∂x = 1/(1 + e⁻ˣ).
 *
 * <p>Computed as max(x, 0) + ln(1 + e^(−|x|)), so it cannot overflow. PyTorch returns x itself above 20.
 */
public record Softplus() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(a[i], 0) + FastMath.log1p(FastMath.exp(-Math.abs(a[i])));
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(Tensor.apply(new Sigmoid(), x[0]));
    }
}
