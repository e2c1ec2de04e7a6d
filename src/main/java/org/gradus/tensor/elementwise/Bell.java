package org.gradus.tensor.elementwise;

import java.util.List;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = dⁿ/dxⁿ e^(−x²) = (−1)ⁿ Hₙ(x) e^(−x²) with the Hermite polynomials H₀ = 1, H₁ = 2x, Hₖ₊₁ = 2x Hₖ − 2k Hₖ₋₁. 0 at ±∞.
 *
 * @param n how often the bell curve is differentiated
 */
public record Bell(int n) implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        for (int i = 0; i < y.length; i++) {
            double a = x[0][i];
            double e = Exponential.exp(-(a * a)), before = 0;
            y[i] = e;
            for (int k = 0; k < n && e != 0; k++) { // where e is 0, H may be infinite
                double next = -2 * (a * y[i] + k * before);
                before = y[i];
                y[i] = next;
            }
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(Tensor.apply(new Bell(n + 1), x[0]));
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("n", n));
    }
}
