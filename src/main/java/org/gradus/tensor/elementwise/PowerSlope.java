package org.gradus.tensor.elementwise;

import java.util.List;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = g ∂ⁿ⁺ᵐ(aᵇ)/∂aⁿ∂bᵐ for inputs g, a and b: g times a slope of {@link Power}, which is 0 where {@link Powers} says so, whatever g is.
 *
 * @param n how often by the base
 * @param m how often by the exponent
 */
public record PowerSlope(int n, int m) implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Powers.slope(x[0][i], x[1][i], x[2][i], n, m);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor g = i == 0 ? gy : gy.mul(x[0]);
        return Tensor.apply(new PowerSlope(i == 1 ? n + 1 : n, i == 2 ? m + 1 : m), g, x[1], x[2]);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("n", n), new Constant("m", m));
    }
}
